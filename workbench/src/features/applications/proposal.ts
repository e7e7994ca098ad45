import type { Proposal } from './api.ts';

/** One part of what was asked for that is not given out. */
interface DraftPart {
	ground?: string;
	part?: string;
	reason?: string;
	evidence?: string;
}

/** The form of an answer as its inputs hold it. */
export interface DraftAnswer {
	outcome?: Proposal['outcome'];
	fields?: Record<string, string | undefined>;
	withheld?: DraftPart[];
	enclosureIds?: number[];
}

type Withheld = NonNullable<NonNullable<Proposal['details']>['withheld']>[number];

/** What is sent; blanks go as empty texts, so that the server can say beside each what is missing. */
export function proposalOf({ outcome, fields = {}, withheld = [], enclosureIds = [] }: DraftAnswer): Proposal {
	return {
		// The server says in words that an outcome has to be chosen.
		outcome: outcome as Proposal['outcome'],
		details: {
			fields: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value ?? ''])),
			withheld: outcome === 'O3' ? withheld.map(partOf) : [],
			enclosureIds: outcome === 'O2' || outcome === 'O3' ? enclosureIds : [],
		},
	};
}

function partOf(given: DraftPart | undefined): Withheld {
	const { ground = '15', part = '', reason = '', evidence = '' } = given ?? {};
	return { ground: ground as Withheld['ground'], part, reason, evidence };
}
