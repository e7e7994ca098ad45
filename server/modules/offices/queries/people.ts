import { can } from '../../../kernel/actor.ts';
import { ROLES } from '../../../kernel/permissions.ts';
import { movesFrom } from '../../../kernel/workflow.ts';
import { readTimeline } from '../../../platform/timeline.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { ENTRIES } from '../messages.zh.ts';
import type { Assignment, Office, Person } from '../model.ts';
import { selectAssignments, selectAssignmentsOn } from '../store/assignments.ts';
import { selectOffices } from '../store/offices.ts';
import { selectNames, selectPeople, selectPerson } from '../store/people.ts';
import { hasSignedIn, lastSeenByPerson } from '../store/sessions.ts';
import { selectLocks } from '../store/sign-in-attempts.ts';
import { type PersonFacts, personWorkflow, stateOfPerson } from '../workflow.ts';

/** The facts the person workflow asks for. */
export async function personFacts(reader: Reader, person: Person): Promise<PersonFacts> {
	const locks = await selectLocks(reader.sql, [person.loginName], reader.now);
	return {
		self: reader.actor.kind === 'person' && reader.actor.personId === person.id,
		lastAdministrator: await isLastAdministrator(reader, person.id),
		locked: locks.has(person.loginName),
		hasSignedIn: await hasSignedIn(reader, person.id),
	};
}

/** Whether nobody else could manage people after today without this person. */
export async function isLastAdministrator(reader: Reader, personId: number): Promise<boolean> {
	const manages = ({ role }: Assignment) => (ROLES[role].permissions as readonly string[]).includes('person.manage');
	const today = (await selectAssignmentsOn(reader, reader.today, {})).filter(manages);
	// Deputies go again, and a role that ends is no one to rely on.
	const lasting = today.filter(({ deputyFor, until }) => deputyFor === null && until === null);
	return today.some((one) => one.personId === personId) && lasting.every((one) => one.personId === personId);
}

/** A role as it is shown beside a person. */
export interface RoleView extends Assignment {
	roleLabel: string;
	officeName: string;
	deputyForName: string | null;
	/** `future`, `current` or `past`, today. */
	when: 'future' | 'current' | 'past';
}

function roleViews(
	assignments: readonly Assignment[],
	today: string,
	offices: readonly Office[],
	names: ReadonlyMap<number, string>,
): RoleView[] {
	return assignments.map((one) => ({
		...one,
		roleLabel: ROLES[one.role].label,
		officeName: offices.find(({ id }) => id === one.officeId)?.shortName ?? '',
		deputyForName: one.deputyFor === null ? null : (names.get(one.deputyFor) ?? ''),
		when: one.from > today ? 'future' : one.until !== null && one.until < today ? 'past' : 'current',
	}));
}

/** People with the roles they hold today or will hold, for the list; of one office, or all. */
export async function listPeople(reader: Reader, filter: { officeId?: number | undefined; text?: string | undefined }) {
	const people = await selectPeople(reader, filter.officeId === undefined ? null : [filter.officeId]);
	const text = (filter.text ?? '').trim().toLowerCase();
	const found = people.filter(({ name, loginName }) => name.toLowerCase().includes(text) || loginName.includes(text));
	const offices = await selectOffices(reader);
	const names = new Map(people.map(({ id, name }) => [id, name]));
	const open = (await selectAssignments(reader)).filter(({ until }) => until === null || until >= reader.today);
	const locks = await selectLocks(
		reader.sql,
		found.map(({ loginName }) => loginName),
		reader.now,
	);
	const seen = await lastSeenByPerson(reader);
	return found.map((person) => ({
		...person,
		state: stateOfPerson(person),
		lockedUntil: locks.get(person.loginName) ?? null,
		lastSeenAt: seen.get(person.id) ?? null,
		roles: roleViews(
			open.filter(({ personId }) => personId === person.id),
			reader.today,
			offices,
			names,
		),
	}));
}

/** One person with every role ever held, newest first, and what may be done with the account. */
export async function personView(reader: Reader, id: number) {
	const person = await selectPerson(reader, id);
	if (!person) return null;
	const assignments = (await selectAssignments(reader, { personId: id })).reverse();
	const names = await selectNames(
		reader,
		assignments.flatMap(({ deputyFor }) => deputyFor ?? []),
	);
	const facts = await personFacts(reader, person);
	const locks = await selectLocks(reader.sql, [person.loginName], reader.now);
	const state = stateOfPerson(person);
	return {
		...person,
		state,
		lockedUntil: locks.get(person.loginName) ?? null,
		lastSeenAt: (await lastSeenByPerson(reader)).get(id) ?? null,
		roles: roleViews(assignments, reader.today, await selectOffices(reader), names),
		timeline: (await readTimeline(reader, 'person', id)).map(({ at, actorName, entry, data }) => ({
			at: at.toISOString(),
			actorName,
			text: ENTRIES[entry]?.(data) ?? '',
		})),
		moves: movesFrom(personWorkflow, state, facts, (permission) => can(reader.actor, permission)),
	};
}

/** Who holds which role in an office today, for the page of the office. */
export async function membersOf(reader: Reader, officeId: number) {
	const assignments = await selectAssignmentsOn(reader, reader.today, { officeId });
	const names = await selectNames(
		reader,
		assignments.map(({ personId }) => personId),
	);
	const ids = [...new Set(assignments.map(({ personId }) => personId))];
	return ids.map((id) => ({
		id,
		name: names.get(id) ?? '',
		roles: assignments
			.filter(({ personId }) => personId === id)
			.map(({ role, deputyFor }) => `${ROLES[role].label}${deputyFor === null ? '' : '（代理）'}`),
	}));
}
