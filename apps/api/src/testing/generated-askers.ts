import { type Role, topicAndVerb } from '@mase/workflow';
import { demonstrationPeople } from '../demonstration/people.js';
import { askers, type Route } from './generated-request.js';
import { commandOf, isCommand } from './generated-tally.js';
import { routeRights } from './route-rights.js';

/** Those who see most records: a view is asked by them more often than by the many who do not know of the record. */
const mostReaders = demonstrationPeople
  .filter(({ roles }) =>
    roles.some((one) => ['senior', 'chair', 'coordinator', 'manager', 'auditor'].includes(one)),
  )
  .filter(({ key }) => askers.includes(key))
  .map(({ key }) => key);

/** The roles that may ask a route, by the rules of its topic or of its address; none where it asks for no role. */
function rolesOf(route: Route): ReadonlySet<Role> {
  const right = routeRights[route.name];
  const roles = new Set<Role>(right && 'roles' in right ? right.roles : []);
  if (!isCommand(route)) return roles;
  const { topic, verb } = topicAndVerb(commandOf(route));
  for (const row of topic.policy) if (row.command === verb) for (const role of row.roles) roles.add(role);
  return roles;
}

/** Whether a route is for some roles alone. */
export const asksForRole = (route: Route): boolean => rolesOf(route).size > 0;

/** Those whose roles may ask a route; everybody, where any role may, and those who see most more often. */
export function whoMay(route: Route): readonly string[] {
  const roles = rolesOf(route);
  const people = demonstrationPeople.filter(
    (one) => askers.includes(one.key) && one.roles.some((role) => roles.has(role)),
  );
  if (people.length > 0) return people.map(({ key }) => key);
  const right = routeRights[route.name];
  return right && 'views' in right ? [...askers, ...mostReaders, ...mostReaders] : askers;
}
