import { describe, expect, it } from 'vitest';
import { mayUse, type Permission } from './feature.ts';
import { FEATURES } from './features.ts';
import { entriesFor, entryAt, menuItems, openGroups } from './menu.tsx';

const routes = FEATURES.flatMap((feature) => feature.routes);
const entries = FEATURES.flatMap(({ menu }) => menu);
const handleOf = (path: string) => routes.find((route) => `/${route.path?.replace(/^\//, '')}` === path)?.handle;

describe('who sees a thing', () => {
	const permissions: Permission[] = ['office.read', 'document.draft'];

	it('is everybody when nothing is needed', () => {
		expect(mayUse(undefined, [])).toBe(true);
	});

	it('is whoever holds it, or one of several', () => {
		expect(mayUse('office.read', permissions)).toBe(true);
		expect(mayUse('office.manage', permissions)).toBe(false);
		expect(mayUse(['document.signOff', 'document.draft'], permissions)).toBe(true);
		expect(mayUse(['document.signOff'], permissions)).toBe(false);
	});

	it('is nobody when none of nothing would do', () => {
		expect(mayUse([], permissions)).toBe(false);
	});
});

describe('the features together', () => {
	it('have keys, menu entries and addresses of their own', () => {
		for (const list of [
			FEATURES.map(({ key }) => key),
			entries.map(({ key }) => key),
			entries.map(({ path }) => path),
			routes.map(({ path }) => path),
		]) {
			expect(new Set(list).size).toBe(list.length);
		}
	});

	it('give every screen a Chinese title', () => {
		for (const route of routes) expect(route.handle?.title, route.path).toMatch(/\p{Script=Han}/u);
	});

	it('lead every menu entry to a screen that asks for the same permission', () => {
		for (const { path, permission } of entries) {
			expect(handleOf(path), path).toBeDefined();
			expect(handleOf(path)?.permission, path).toEqual(permission);
		}
	});

	it('have no address that hides another: fixed words come before parameters by rank, never twice the same shape', () => {
		const shapes = routes.map(({ path }) => path?.replace(/:\w+/g, ':'));
		expect(new Set(shapes).size).toBe(shapes.length);
	});
});

describe('every screen', () => {
	it.each(routes.map((route) => [route.path ?? '', route] as const))(
		'%s can be loaded',
		async (_path, route) => {
			const load = (route.lazy as { Component: () => Promise<unknown> }).Component;
			expect(typeof (await load())).toBe('function');
		},
		60_000,
	);
});

describe('the menu', () => {
	it('holds what the permissions open and nothing else', () => {
		expect(entriesFor([]).map(({ key }) => key)).toEqual(['home']);
		const keys = entriesFor(['audit.read', 'office.read']).map(({ key }) => key);
		expect(keys).toContain('audit');
		expect(keys).not.toContain('people');
	});

	it('leaves out groups without entries', () => {
		const items = menuItems(entriesFor(['audit.read']));
		expect(items.map((item) => item?.key)).toEqual(['home', 'system']);
	});

	it('stands open where it is short, and of a long one the part of the open screen and what the person opened', () => {
		const short = entriesFor(['audit.read', 'channel.read']);
		expect(openGroups(short, short[0], new Set())).toEqual(['disclosure', 'system']);
		const long = entriesFor([...new Set(entries.flatMap(({ permission }) => permission ?? []))]);
		expect(long.length).toBeGreaterThan(20);
		const lit = entryAt(long, '/rectifications');
		expect(openGroups(long, entryAt(long, '/'), new Set())).toEqual([]);
		expect(openGroups(long, lit, new Set(['staff']))).toEqual([lit?.group, 'staff']);
	});

	it('has what everybody needs daily above all parts', () => {
		const above = entries.filter(({ group }) => group === undefined).map(({ label }) => label);
		expect(above).toEqual(['我的待办', '信息发布', '依申请公开']);
	});

	it('lights the entry of the address and of everything below it, never home by accident', () => {
		const all = entriesFor(['office.manage', 'person.manage']);
		expect(entryAt(all, '/')?.key).toBe('home');
		expect(entryAt(all, '/offices')?.key).toBe('offices');
		expect(entryAt(all, '/offices/12/edit')?.key).toBe('offices');
		expect(entryAt(all, '/officesx')).toBeUndefined();
		expect(entryAt(all, '/me/password')).toBeUndefined();
	});
});
