/** What a site allows us to read. */
export interface Robots {
	allows(path: string): boolean;
	/** Seconds it wants between two requests; null where it says nothing. */
	delay: number | null;
}

interface Rule {
	pattern: string;
	isAllowed: boolean;
}

export const ALL_ALLOWED: Robots = { allows: () => true, delay: null };

/** Reads a robots.txt (RFC 9309): the group that names us, else that for everybody; the longest pattern that fits decides. */
export function readRobots(text: string, agent: string): Robots {
	const groups = groupsOf(text);
	const named = groups.filter(({ agents }) => agents.some((one) => one !== '*' && agent.toLowerCase().includes(one)));
	const own = named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'));
	const rules = own.flatMap((group) => group.rules);
	const delays = own.flatMap(({ delay }) => (delay === null ? [] : [delay]));
	return {
		allows: (path) => {
			const fitting = rules.filter(({ pattern }) => fits(pattern, path));
			const longest = Math.max(-1, ...fitting.map(({ pattern }) => pattern.length));
			const best = fitting.filter(({ pattern }) => pattern.length === longest);
			return best.length === 0 || best.some(({ isAllowed }) => isAllowed);
		},
		delay: delays.length > 0 ? Math.max(...delays) : null,
	};
}

interface Group {
	agents: string[];
	rules: Rule[];
	delay: number | null;
}

function groupsOf(text: string): Group[] {
	const groups: Group[] = [];
	let open = false;
	for (const line of text.split(/\r?\n/)) {
		const [, field = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? [];
		const name = field.toLowerCase();
		const last = groups.at(-1);
		if (name === 'user-agent') {
			if (last && open) last.agents.push(value.trim().toLowerCase());
			else groups.push({ agents: [value.trim().toLowerCase()], rules: [], delay: null });
			open = true;
			continue;
		}
		if (!last || name === '') continue;
		open = false;
		// An empty «Disallow» allows everything.
		if ((name === 'allow' || name === 'disallow') && value.trim())
			last.rules.push({ pattern: value.trim(), isAllowed: name === 'allow' });
		if (name === 'crawl-delay' && Number(value) > 0) last.delay = Number(value);
	}
	return groups;
}

/** `*` stands for anything, `$` at the end for the end. Walked without going back, whatever somebody wrote. */
function fits(pattern: string, path: string): boolean {
	const isWhole = pattern.endsWith('$');
	const parts = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
	const [head = '', ...rest] = parts;
	if (!path.startsWith(head)) return false;
	let at = head.length;
	for (const [n, part] of rest.entries()) {
		if (isWhole && n === rest.length - 1) return path.length - part.length >= at && path.endsWith(part);
		const found = path.indexOf(part, at);
		if (found < 0) return false;
		at = found + part.length;
	}
	return !isWhole || at === path.length;
}
