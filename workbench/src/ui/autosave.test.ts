import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../api/problem.ts';
import { Autosave, type AutosaveOptions, type Version } from './autosave.ts';
import type { Draft, DraftStore } from './draft-store.ts';

interface Text {
	title: string;
}

const refusal = new ProblemError({ title: '内容已被他人更新。', status: 409, code: 'conflict' });
const offline = new ProblemError({ title: '网络中断', status: 0, code: 'offline' });

function drafts(found: Draft | null = null): DraftStore & { kept: Draft | null } {
	const store = {
		kept: found,
		read: () => store.kept,
		write: (_key: string, draft: Draft) => {
			store.kept = draft;
			return true;
		},
		remove: () => {
			store.kept = null;
		},
	};
	return store;
}

type Save = NonNullable<AutosaveOptions<Text>['save']>;

function setUp(save: Save | undefined, found: Draft | null = null) {
	const store = drafts(found);
	const autosave = new Autosave<Text>({
		key: 'k',
		initial: { title: '' },
		version: 1,
		save,
		delay: 100,
		drafts: store,
	});
	return { autosave, store };
}

beforeEach(() => {
	vi.useFakeTimers({ now: new Date('2026-06-01T01:00:00Z') });
});
afterEach(() => {
	vi.useRealTimers();
});

describe('while somebody types', () => {
	it('keeps the text on this machine at once and sends it after a rest', async () => {
		const save = vi.fn<Save>(async () => 2);
		const { autosave, store } = setUp(save);
		autosave.change({ title: '关' });
		expect(store.kept?.text).toBe('{"title":"关"}');
		expect(autosave.snapshot().state).toBe('dirty');
		await vi.advanceTimersByTimeAsync(99);
		autosave.change({ title: '关于' });
		await vi.advanceTimersByTimeAsync(99);
		expect(save).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(1);
		expect(save).toHaveBeenCalledExactlyOnceWith({ title: '关于' }, 1);
		expect(autosave.snapshot()).toMatchObject({ state: 'saved', problem: null });
		expect(autosave.snapshot().savedAt).toBeInstanceOf(Date);
		expect(store.kept).toBeNull();
	});

	it('sends nothing when the text is what the server has', async () => {
		const save = vi.fn<Save>(async () => 2);
		const { autosave, store } = setUp(save);
		autosave.change({ title: '关' });
		autosave.change({ title: '' });
		await vi.advanceTimersByTimeAsync(1000);
		expect(save).not.toHaveBeenCalled();
		expect(autosave.snapshot().state).toBe('saved');
		expect(store.kept).toBeNull();
	});

	it('uses the version of the last answer for the next save', async () => {
		const versions: Version[] = [];
		const { autosave } = setUp(async (_value, version) => {
			versions.push(version);
			return Number(version) + 1;
		});
		autosave.change({ title: 'a' });
		await autosave.flush();
		autosave.change({ title: 'b' });
		await autosave.flush();
		expect(versions).toEqual([1, 2]);
	});

	it('sends what was typed during a save afterwards, never two at once', async () => {
		let answer: (version: number) => void = () => {};
		const save = vi.fn<Save>(() => new Promise((resolve) => (answer = resolve)));
		const { autosave, store } = setUp(save);
		autosave.change({ title: 'a' });
		await vi.advanceTimersByTimeAsync(100);
		autosave.change({ title: 'ab' });
		await vi.advanceTimersByTimeAsync(500);
		expect(save).toHaveBeenCalledTimes(1);
		answer(2);
		await vi.advanceTimersByTimeAsync(0);
		expect(save).toHaveBeenLastCalledWith({ title: 'ab' }, 2);
		expect(store.kept?.text).toBe('{"title":"ab"}');
		answer(3);
		await vi.advanceTimersByTimeAsync(0);
		expect(autosave.snapshot().state).toBe('saved');
	});

	it('sends the old text again when it was restored while another was on its way', async () => {
		let answer: (version: number) => void = () => {};
		const save = vi.fn<Save>(() => new Promise((resolve) => (answer = resolve)));
		const { autosave } = setUp(save);
		autosave.change({ title: 'a' });
		await vi.advanceTimersByTimeAsync(100);
		autosave.change({ title: '' });
		answer(2);
		await vi.advanceTimersByTimeAsync(200);
		expect(save).toHaveBeenLastCalledWith({ title: '' }, 2);
	});
});

describe('when saving fails', () => {
	it('keeps the text here and tries again by itself when the network was gone', async () => {
		const save = vi.fn<Save>().mockRejectedValueOnce(offline).mockResolvedValue(2);
		const { autosave, store } = setUp(save);
		autosave.change({ title: 'a' });
		expect(await autosave.flush()).toBe(false);
		expect(autosave.snapshot()).toMatchObject({ state: 'offline', problem: { code: 'offline' } });
		expect(store.kept?.text).toBe('{"title":"a"}');
		await vi.advanceTimersByTimeAsync(15_000);
		expect(autosave.snapshot().state).toBe('saved');
	});

	it('keeps the text here and waits for the person when the server said no', async () => {
		const save = vi.fn<Save>().mockRejectedValue(refusal);
		const { autosave, store } = setUp(save);
		autosave.change({ title: 'a' });
		expect(await autosave.flush()).toBe(false);
		await vi.advanceTimersByTimeAsync(600_000);
		expect(save).toHaveBeenCalledTimes(1);
		expect(autosave.snapshot()).toMatchObject({ state: 'refused', problem: { title: refusal.title } });
		expect(store.kept).not.toBeNull();
	});

	it('tries again once the text is changed', async () => {
		const save = vi.fn<Save>().mockRejectedValueOnce(refusal).mockResolvedValue(2);
		const { autosave } = setUp(save);
		autosave.change({ title: 'a' });
		await autosave.flush();
		autosave.change({ title: 'b' });
		await vi.advanceTimersByTimeAsync(100);
		expect(autosave.snapshot()).toMatchObject({ state: 'saved', problem: null });
	});
});

describe('saving at once', () => {
	it('is true when there is nothing to save', async () => {
		expect(await setUp(async () => 2).autosave.flush()).toBe(true);
	});

	it('saves what was typed before the rest is over', async () => {
		const { autosave } = setUp(async () => 2);
		autosave.change({ title: 'a' });
		expect(await autosave.flush()).toBe(true);
	});

	it('cannot be done without a server to save to, and the text stays here', async () => {
		const { autosave, store } = setUp(undefined);
		autosave.change({ title: 'a' });
		expect(await autosave.flush()).toBe(false);
		expect(store.kept?.text).toBe('{"title":"a"}');
	});
});

describe('a draft found at the start', () => {
	const found = (version: Version, text = '{"title":"旧稿"}'): Draft => ({ text, version, at: '2026-05-31T08:00:00Z' });

	it('is offered', () => {
		const { autosave } = setUp(async () => 2, found(1));
		expect(autosave.recovered).toEqual({ value: { title: '旧稿' }, at: '2026-05-31T08:00:00Z', older: false });
	});

	it('is offered with a warning when the record has changed since', () => {
		expect(setUp(async () => 2, found(0)).autosave.recovered?.older).toBe(true);
	});

	it('is dropped when the server has the same text', () => {
		const { autosave, store } = setUp(async () => 2, found(1, '{"title":""}'));
		expect(autosave.recovered).toBeNull();
		expect(store.kept).toBeNull();
	});

	it('is dropped when it is not wanted', () => {
		const { autosave, store } = setUp(async () => 2, found(1));
		autosave.dropFound();
		expect(store.kept).toBeNull();
	});

	it('takes nothing along that was typed since, when it is not wanted', async () => {
		const save = vi.fn<Save>(async () => 2);
		const { autosave, store } = setUp(save, found(1));
		autosave.change({ title: '新稿' });
		autosave.dropFound();
		expect(store.kept?.text).toBe('{"title":"新稿"}');
		await vi.advanceTimersByTimeAsync(100);
		expect(save).toHaveBeenCalledExactlyOnceWith({ title: '新稿' }, 1);
	});
});

describe('after the form was sent', () => {
	it('nothing is kept and nothing is sent any more', async () => {
		const save = vi.fn<Save>(async () => 2);
		const { autosave, store } = setUp(save);
		autosave.change({ title: 'a' });
		autosave.forget();
		await vi.advanceTimersByTimeAsync(1000);
		expect(store.kept).toBeNull();
		expect(save).not.toHaveBeenCalled();
		expect(autosave.snapshot().state).toBe('saved');
	});
});

describe('listeners', () => {
	it('are told of each change until they leave', async () => {
		const { autosave } = setUp(async () => 2);
		const listener = vi.fn();
		const leave = autosave.subscribe(listener);
		autosave.change({ title: 'a' });
		await autosave.flush();
		expect(listener.mock.calls.length).toBeGreaterThanOrEqual(3);
		leave();
		listener.mockClear();
		autosave.change({ title: 'b' });
		expect(listener).not.toHaveBeenCalled();
	});
});
