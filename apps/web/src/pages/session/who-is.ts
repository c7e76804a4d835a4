import { ApiRefusedError } from '../../api-refused-error.js';
import type { Visit } from '../../visit.js';
import type { Who } from '../../who.js';

interface Me {
  name: string;
  roles: { id?: string; name: string }[];
}

/** Who holds a session that was just begun, for the header. Throws ApiRefusedError. */
export async function whoIs(visit: Visit, token: string): Promise<Who> {
  const me = await visit.api.as(token).get<Me>('/api/v1/me');
  if (!me.ok) throw new ApiRefusedError(me);
  const { name, roles } = me.body;
  return { name, role: roles.map((one) => one.name).join(', '), roles: roles.flatMap(({ id }) => id ?? []) };
}
