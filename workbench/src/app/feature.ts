import type { ComponentType, ReactNode } from 'react';
import type { RouteObject } from 'react-router';
import type { Session } from '../api/index.ts';

/** A permission of the server's closed list. */
export type Permission = Session['permissions'][number];

/** Who may see a thing: everybody signed in when left out, else whoever holds at least one of these. */
export type Needs = Permission | readonly Permission[];

export interface MenuEntry {
	key: string;
	label: string;
	icon: ReactNode;
	/** Address below /workbench, such as `/offices`. The entry is lit on it and on everything below it. */
	path: string;
	permission?: Needs;
	/** Part of the menu in which the entry stands; left out for what everybody needs daily, which stands above all parts. */
	group?: MenuGroup;
}

export type MenuGroup = 'disclosure' | 'response' | 'reporting' | 'oversight' | 'staff' | 'county' | 'system';

/** Something that waits for the person who is signed in; shown on the first screen, earliest limit first. */
export interface Todo {
	/** Unique within the feature. */
	key: string;
	/** What waits: 「张某某申请公开土地台账」. */
	title: string;
	/** What has to be done: 「待保密审查」. */
	action: string;
	/** Where it is done, below /workbench. */
	path: string;
	/** Last day (`YYYY-MM-DD`); left out when the law sets none. */
	due?: string;
	/** Days left as the server counted them, negative when overdue. Working days need `unit`. */
	daysLeft?: number;
	unit?: '个工作日' | '天';
	/** 「日历未发布，暂按周末推算」, when the server marks the limit so. */
	mark?: string | null;
}

/** How a feature tells the first screen what waits in it. */
export interface TodoSource {
	/** Heading: 「发布审签」. */
	title: string;
	permission?: Needs;
	/** Answers everything that waits for the signed-in person in the office they act in. */
	load: () => Promise<readonly Todo[]>;
}

/** What `features/<key>/index.tsx` exports as `feature`. Keep that file light: screens are loaded when opened. */
export interface Feature {
	key: string;
	menu: readonly MenuEntry[];
	routes: readonly RouteObject[];
	todo?: TodoSource;
}

/** What the shell reads from a route. */
export interface ScreenHandle {
	title: string;
	permission?: Needs;
}

/**
 * A screen loaded when first opened: `screen('offices/:id', { title: '机关', permission: 'office.read' }, async () =>
 * (await import('./office-page.tsx')).OfficePage)`. The shell sets the window's title and refuses without the permission.
 */
export function screen(path: string, handle: ScreenHandle, load: () => Promise<ComponentType>): RouteObject {
	return { path, handle, lazy: { Component: load } };
}

/** Whether somebody with these permissions sees the thing. */
export function mayUse(needs: Needs | undefined, permissions: readonly Permission[]): boolean {
	if (needs === undefined) return true;
	return typeof needs === 'string' ? permissions.includes(needs) : needs.some((one) => permissions.includes(one));
}
