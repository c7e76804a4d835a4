/** Who is signed in, as the api said at sign-in; shown in the header and used for nothing else. */
export interface Who {
  name: string;
  role: string;
}
