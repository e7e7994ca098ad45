import type { Route } from './api/route.ts';
import type { Job } from './platform/jobs.ts';
import type { Reader } from './platform/transaction.ts';
import type { PageRoute } from './portal/page.ts';
import type { Services } from './services.ts';

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
	/** Titles of audit events that only jobs write; those of routes and pages are their summaries. */
	events?: Readonly<Record<string, string>>;
	/** Work done outside a request: reactions to events (see `compose.ts`) and schedules. Must bear being run twice. */
	jobs?: Readonly<Record<string, (job: Job, services: Services) => Promise<void>>>;
}
