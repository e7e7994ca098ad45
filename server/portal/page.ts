import type { ReactNode } from 'react';
import type { Download, Upload } from '../api/route.ts';
import type { PassingFile } from '../api/uploads.ts';
import type { Context } from '../platform/transaction.ts';
import type { Services } from '../services.ts';

/** The three levels of page tags that 政府网站发展指引 asks for; a content page carries all. */
export interface PageTags {
	column?: { name: string; description: string; keywords: string; type: string };
	article?: {
		title: string;
		/** `YYYY-MM-DD HH:MM` in China. */
		publishedAt: string;
		source: string;
		keywords?: string;
		author?: string;
		description?: string;
	};
}

/** A page for the public, before the site's frame is put round it. */
export interface Page {
	status?: number;
	/** Without the site name, which the frame adds. */
	title: string;
	body: ReactNode;
	breadcrumb?: { label: string; href?: string }[];
	tags?: PageTags;
	/** Elements for <head>, such as a feed link. */
	head?: ReactNode;
	/** Tags under which the page may be cached; absent = made anew each time and never stored by anyone. */
	cacheTags?: string[];
	/** With `cacheTags`: kept here and by no browser or proxy, which would tell what somebody looked for. */
	unshared?: boolean;
	/** Set with the answer to a form: HttpOnly, for this site and this path. Must name no person. */
	cookie?: { name: string; value: string; path: string; maxAgeSeconds: number };
	/** Which entry of the main navigation is current. */
	nav?: 'home' | 'guide' | 'rules' | 'catalog' | 'reports' | 'apply' | 'voice' | 'search';
}

/** Something that is no page in the site's frame: feeds, sitemaps, files. */
export interface Raw {
	raw: string | Buffer;
	mediaType: string;
	status?: number;
	cacheTags?: string[];
	headers?: Record<string, string>;
}

/** Where to go instead; 303 after a form, 301 for an address that moved. */
export interface Redirect {
	redirect: string;
	status?: 301 | 302 | 303;
}

export interface PageRequest {
	context: Context;
	params: Record<string, string>;
	query: Record<string, string>;
	/** Fields of a posted form; every value a string. */
	form: Record<string, string>;
	/** What the browser sent of our own: a page that looks here is made for one reader and must not be cached. */
	cookies: Readonly<Record<string, string | undefined>>;
	/** Browser of the reader, as it calls itself; empty when it does not. */
	userAgent: string;
	files: Upload[];
	/** Files of a route that keeps none. */
	passing: PassingFile[];
	/** Set when an upload was refused; the form must come back filled with this sentence beside the file. */
	uploadError: string | null;
	/** Absolute address of the site, without a slash at the end. */
	origin: string;
	services: Services;
}

/** A public page or form. The declaration is checked at start like every route. */
export interface PageRoute {
	method: 'GET' | 'POST';
	path: string;
	summary: string;
	access: 'public';
	audit: string;
	/** Files a posted form may carry. */
	maxFiles?: number;
	/** Its files are read in memory and stored nowhere; each may have as many bytes as this. */
	passingBytes?: number;
	ratePerMinute?: number;
	/** Answers each reader anew: cannot be written out as a file. What can be posted to is so anyhow. */
	live?: boolean;
	/** Asks the database more than short questions, and must not hold up those who do. */
	slow?: boolean;
	/** Query parameters that change the page; others do not get a cache entry of their own. Absent = all do. */
	query?: readonly string[];
	handler(request: PageRequest): Promise<Page | Raw | Redirect | Download>;
}

/** Declares a public page. */
export function definePage(route: Omit<PageRoute, 'access'>): PageRoute {
	return { ...route, access: 'public' };
}
