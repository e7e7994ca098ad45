import { describe, expect, it } from 'vitest';
import { render, sessionOf, textOf } from '../testing/render.tsx';
import { useViewer } from '../ui/viewer.ts';
import { createQueries } from './providers.tsx';
import { isStaleBuild } from './route-error.tsx';
import { keepPerson, useSession } from './session-context.tsx';

const nobody = sessionOf({ person: null, office: null, permissions: [], csrfToken: null });

describe('a session that ends while the page is open', () => {
	it('leaves the screen as it is, so that nothing typed is lost', () => {
		const kept = keepPerson(sessionOf(), { ...nobody, today: '2026-06-02' });
		expect(kept.person?.name).toBe('石磊');
		expect(kept.permissions).toContain('office.manage');
	});

	it('still tells the new day', () => {
		expect(keepPerson(sessionOf(), { ...nobody, today: '2026-06-02' }).today).toBe('2026-06-02');
	});

	it('gives way to another person who has signed in', () => {
		const other = sessionOf({ person: { id: 3, name: '何敏', userName: 'hemin', mustChangePassword: false } });
		expect(keepPerson(sessionOf(), other)).toBe(other);
	});

	it('is nobody when nobody was there before', () => {
		expect(keepPerson(undefined, nobody)).toBe(nobody);
		expect(keepPerson(nobody, nobody)).toBe(nobody);
	});
});

describe('what screens see', () => {
	function Probe() {
		const { can } = useSession();
		const { personId, today } = useViewer();
		return (
			<p>
				{String(can('office.manage'))} {String(can(['document.signOff', 'audit.read']))}{' '}
				{String(can('document.signOff'))} {personId} {today}
			</p>
		);
	}

	it('is the person, the day and what they may do', () => {
		expect(textOf(render(<Probe />))).toBe('true true false 12 2026-06-01');
	});
});

describe('asking again', () => {
	const retry = createQueries().getDefaultOptions().queries?.retry as (failures: number, error: Error) => boolean;

	it('is done twice when no answer came, never after a refusal', () => {
		const offline = new TypeError('Failed to fetch');
		expect([0, 1, 2].map((failures) => retry(failures, offline))).toEqual([true, true, false]);
		expect(retry(0, new Error('anything else'))).toBe(false);
	});
});

describe('a screen that could not be loaded', () => {
	it('is known by the words of each browser', () => {
		for (const words of [
			'Failed to fetch dynamically imported module: /workbench/assets/x.js',
			'error loading dynamically imported module',
			'Importing a module script failed.',
		]) {
			expect(isStaleBuild(new Error(words))).toBe(true);
		}
		expect(isStaleBuild(new Error('x is undefined'))).toBe(false);
		expect(isStaleBuild('text')).toBe(false);
	});
});
