import { collectIssues, type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';

export interface PersonRow {
	office: string;
	name: string;
	position: string;
	attended: string;
}

export interface JudgedPerson {
	row: number;
	officeId: number;
	name: string;
	position: string;
	attended: boolean;
	issues: Issue[];
}

const CAME: ReadonlyMap<string, boolean> = new Map([
	['是', true],
	['到', true],
	['否', false],
	['未到', false],
]);

/** Rows of a list from the door, each with what is wrong; `offices` are those asked to come, by full and short name. */
export function judgePeople(
	rows: readonly { row: number; values: PersonRow }[],
	offices: ReadonlyMap<string, number>,
): JudgedPerson[] {
	const seen = new Set<string>();
	return rows.map(({ row, values }) => {
		const officeId = offices.get(values.office);
		const came = CAME.get(values.attended);
		const { length } = [...values.name];
		const key = `${officeId} ${values.name} ${values.position}`;
		const isTwice = seen.has(key);
		seen.add(key);
		return {
			...{ row, officeId: officeId ?? 0, name: values.name, position: values.position, attended: came ?? false },
			issues: collectIssues(
				officeId === undefined && issue('person.office', messages.unknownOffice(values.office), 'office'),
				(length < 2 || length > 30) && issue('person.name', messages.personName, 'name'),
				came === undefined && issue('person.came', messages.came, 'attended'),
				isTwice && issue('person.same', messages.samePerson(values.name), 'name'),
			),
		};
	});
}

/** Somebody as a list names them. */
type Named = Pick<JudgedPerson, 'officeId' | 'name' | 'position'>;

/**
 * Whom of those on the list already each row means, by place; undefined for somebody new. The position decides. Without its like a
 * row means whoever of that name no other row means, where one of the two says no position or nobody else has that name: nobody
 * is ticked for two, and the same sheet again means the same people.
 */
export function placedRows<K extends Named>(rows: readonly Named[], known: readonly K[]): (K | undefined)[] {
	const isNamed = (one: Named, row: Named) => one.officeId === row.officeId && one.name.trim() === row.name.trim();
	const exact = rows.map((row) =>
		known.find((person) => isNamed(person, row) && person.position === row.position.trim()),
	);
	const taken = new Set(exact);
	return rows.map((row, at) => {
		if (exact[at]) return exact[at];
		const named = known.filter((person) => isNamed(person, row));
		const isAlone = named.length === 1 && rows.filter((other) => isNamed(other, row)).length === 1;
		const [only, ...others] = named.filter((person) => !taken.has(person));
		const isFit = only && (isAlone || only.position === '' || row.position.trim() === '');
		if (!isFit || others.length > 0) return undefined;
		taken.add(only);
		return only;
	});
}
