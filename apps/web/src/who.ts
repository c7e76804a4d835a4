/** Who is signed in, as the api said at sign-in: shown in the header, and picks what the navigation offers. It grants nothing. */
export interface Who {
  name: string;
  role: string;
  /** The ids of the roles. */
  roles?: string[];
}
