/** A profile as the api lists it: under which name it is asked for, and what it is. */
export interface ProfileLine {
  id: string;
  is: string;
  profile: string;
  name: string;
  from: string;
}
