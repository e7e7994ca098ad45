/** The part of a workflow table that can be wrong on paper, before any case exists. */
interface Table {
	readonly initial: readonly string[];
	readonly states: Readonly<Record<string, { readonly label: string }>>;
	readonly transitions: ReadonlyArray<{
		readonly action: string;
		readonly label: string;
		readonly from: readonly string[];
		readonly to: string;
	}>;
}

/** Every fault of the table in English, for the developer who wrote it; empty when it is sound. */
export function checkWorkflow(table: Table): string[] {
	return [...unknownStates(table), ...missingWords(table), ...duplicates(table), ...unreachable(table)];
}

function unknownStates(table: Table): string[] {
	const known = (state: string) => Object.hasOwn(table.states, state);
	const faults = table.initial.filter((state) => !known(state)).map((state) => `unknown initial state ${state}`);
	if (table.initial.length === 0) faults.push('no initial state');
	for (const { action, from, to } of table.transitions) {
		for (const state of [...from, to]) if (!known(state)) faults.push(`${action}: unknown state ${state}`);
	}
	return faults;
}

function missingWords(table: Table): string[] {
	const faults: string[] = [];
	for (const [state, { label }] of Object.entries(table.states)) {
		if (label.trim() === '') faults.push(`state ${state} has no label`);
	}
	for (const { action, label, from } of table.transitions) {
		if (label.trim() === '') faults.push(`${action} has no label`);
		if (from.length === 0) faults.push(`${action} starts from no state`);
	}
	return faults;
}

function duplicates(table: Table): string[] {
	const seen = new Set<string>();
	const faults: string[] = [];
	for (const { action, from } of table.transitions) {
		for (const state of from) {
			const key = `${state} ${action}`;
			if (seen.has(key)) faults.push(`${action} from ${state} is there twice`);
			seen.add(key);
		}
	}
	return faults;
}

function unreachable(table: Table): string[] {
	const reached = new Set(table.initial);
	const waiting = [...table.initial];
	for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
		for (const { from, to } of table.transitions) {
			if (!from.includes(state) || reached.has(to)) continue;
			reached.add(to);
			waiting.push(to);
		}
	}
	return Object.keys(table.states)
		.filter((state) => !reached.has(state))
		.map((state) => `state ${state} cannot be reached`);
}
