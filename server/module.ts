import type { Route } from './api/route.ts';
import type { Job } from './platform/jobs.ts';
import type { Reader } from './platform/transaction.ts';
import type { PageRoute } from './portal/page.ts';
import type { Services } from './services.ts';

/** One thing an office has in hand, for hand-over sheets: told in words, so that nobody need know its module. */
export interface InHand {
	/** Heading it stands under: 「在办申请」. */
	group: string;
	title: string;
	/** Where it stands: 「待答复」. */
	state: string;
	/** Last day, `YYYY-MM-DD`; null where none is set. */
	due: string | null;
	/** Whose it is, where it is one person's; null for the office's. */
	personId: number | null;
}

/** What has a name and a page of its own besides documents: an office, a column, an entry of a catalog. */
export interface Named {
	/** 「机关」「栏目」「公开事项」. */
	kind: string;
	name: string;
	/** What tells it from others of its name, such as whose it is; may be empty. */
	note: string;
	href: string;
}

/** What a module offers the composition root. Everything else about it is its own affair. */
export interface Module {
	name: string;
	routes: readonly Route[];
	/** Public pages; they live beside the module whose records they show. */
	pages?: readonly PageRoute[];
	/** Where an address of a site that went before now leads, or null. Asked when no page has it. */
	moved?: (reader: Reader, host: string, path: string) => Promise<string | null>;
	/** Public addresses that no page leads to and that answer all the same, such as those of withdrawn documents. */
	unlinked?: (reader: Reader) => Promise<string[]>;
	/** What an office has in hand with this module. The caller has checked that the reader may see that office. */
	inHand?: (reader: Reader, officeId: number) => Promise<InHand[]>;
	/** Public pages by name, for search: what a question is spelled by, and where it leads when no document answers. */
	named?: (reader: Reader) => Promise<Named[]>;
	/** Titles of audit events that only jobs write; those of routes and pages are their summaries. */
	events?: Readonly<Record<string, string>>;
	/** Work each process does for itself as long as it serves; `stop` finishes it before the database is closed. */
	whileRunning?: (services: Services) => { stop(): Promise<void> };
	/** Work done outside a request: reactions to events (see `compose.ts`) and schedules. Must bear being run twice. */
	jobs?: Readonly<Record<string, (job: Job, services: Services) => Promise<void>>>;
}
