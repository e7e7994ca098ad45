import type { Person } from '../model.ts';
import type { RoleView } from './people.ts';

/** What of a person goes over the wire: instants as text. */
export function presentPerson(
	person: Person & { state: string; lockedUntil: Date | null; lastSeenAt: Date | null; roles: RoleView[] },
) {
	const iso = (at: Date | null) => at?.toISOString() ?? null;
	return {
		...person,
		createdAt: person.createdAt.toISOString(),
		disabledAt: iso(person.disabledAt),
		lockedUntil: iso(person.lockedUntil),
		lastSeenAt: iso(person.lastSeenAt),
	};
}
