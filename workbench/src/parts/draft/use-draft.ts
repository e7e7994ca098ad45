import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { Form, type FormInstance } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Issue } from '../../api/index.ts';
import { type UseAutosave, useAutosave } from '../../ui/index.ts';
import { nothingToChoose } from './merge.ts';
import { type Judge, useJudge } from './use-judge.ts';

/** A record that is written in a form which saves itself: R as the server has it, C its text, V what the inputs hold. */
export interface DraftKind<R, C extends object, V extends object> {
	/** Name of the thing on this machine: `document:12`. */
	name: string;
	queryKey: QueryKey;
	read: () => Promise<R>;
	/** Answers the new version. */
	save: (version: number, content: C) => Promise<number>;
	textOf: (record: R) => { version: number; content: C; editable: boolean; missing: readonly Issue[] };
	valuesOf: (content: C) => V;
	contentOf: (values: V) => C;
}

/** Somebody else's text beside mine. */
export interface Conflict<R, C> {
	mine: C;
	theirs: R;
	/** What both began with, as far as it is known. */
	base: C;
}

export interface DraftInWork<R, C extends object, V> {
	form: FormInstance<V>;
	content: C;
	autosave: UseAutosave<C>;
	/** Takes what the inputs hold. */
	typed: () => void;
	conflict: Conflict<R, C> | null;
	/** Takes the text that was chosen and saves it over the other. */
	resolve: (content: C) => void;
	postpone: () => void;
	reopen: () => void;
	answerRecovered: (wanted: boolean) => void;
	/** What is still missing and belongs to no input. */
	rest: readonly string[];
	/** Saves and asks the server what is missing; the first missing input gets the focus. */
	check: () => Promise<'good' | 'missing' | 'unsaved'>;
	/** Puts what a later refusal names beside its inputs. */
	judge: Judge;
}

/** A draft while it is written: its inputs, its saves, what the server finds missing, and what others wrote meanwhile. */
export function useDraft<R, C extends object, V extends object>(
	record: R,
	kind: DraftKind<R, C, V>,
): DraftInWork<R, C, V> {
	const { textOf, valuesOf, contentOf } = kind;
	const [form] = Form.useForm<V>();
	const [content, setContent] = useState(() => contentOf(valuesOf(textOf(record).content)));
	const judge = useJudge(form);
	const saving = useSaving(record, kind, content, judge);
	const { autosave, readAnew } = saving;
	const put = (next: C) => {
		// antd takes parts of V, which cannot be said of a V that is not known.
		form.setFieldsValue(valuesOf(next) as Parameters<typeof form.setFieldsValue>[0]);
		setContent(next);
	};
	const conflicts = useConflict({ kind, content, put, ...saving });
	return {
		form,
		content,
		autosave,
		typed: () => setContent(contentOf(form.getFieldsValue(true) as V)),
		...conflicts,
		answerRecovered: (wanted) => {
			const found = autosave.recovered;
			autosave.answerRecovered(wanted);
			if (!wanted || !found) return;
			if (found.older) conflicts.compare({ mine: found.value, theirs: record, base: textOf(record).content });
			else put(found.value);
		},
		rest: judge.rest,
		check: async () => {
			if (!(await autosave.flush())) return 'unsaved';
			const { missing } = textOf(await readAnew());
			judge.show(missing, true);
			return missing.length === 0 ? 'good' : 'missing';
		},
		judge,
	};
}

interface Saving<R, C> {
	autosave: UseAutosave<C>;
	onServer: { current: { version: number; content: C } };
	readAnew: () => Promise<R>;
}

/** Saves what is typed over the version that was last seen, and has each save judged. */
function useSaving<R, C extends object, V extends object>(
	record: R,
	{ name, queryKey, read, save, textOf }: DraftKind<R, C, V>,
	content: C,
	judge: Judge,
): Saving<R, C> {
	const { version } = textOf(record);
	const queries = useQueryClient();
	const onServer = useRef({ version, content });
	const readAnew = () => queries.fetchQuery({ queryKey, queryFn: read, staleTime: 0 });
	const autosave = useAutosave<C>({
		key: name,
		value: content,
		version,
		save: async (value) => {
			const next = await save(onServer.current.version, value);
			onServer.current = { version: next, content: value };
			void readAnew().then(
				(fresh) => judge.again(textOf(fresh).missing),
				() => {},
			);
			return next;
		},
	});
	const { problem } = autosave;
	useEffect(() => {
		if (problem?.code === 'invalid') judge.show(problem.issues);
	}, [problem, judge.show]);
	return { autosave, onServer, readAnew };
}

interface ConflictOptions<R, C extends object, V extends object> extends Saving<R, C> {
	kind: DraftKind<R, C, V>;
	content: C;
	put: (content: C) => void;
}

function useConflict<R, C extends object, V extends object>(options: ConflictOptions<R, C, V>) {
	const { kind, content, autosave, put, onServer, readAnew } = options;
	const [conflict, setConflict] = useState<Conflict<R, C> | null>(null);
	const [resolved, setResolved] = useState(0);
	const latest = useRef(content);
	latest.current = content;
	const take = (theirs: R, chosen: C) => {
		const { version, content: theirText } = kind.textOf(theirs);
		onServer.current = { version, content: theirText };
		put(chosen);
		setConflict(null);
		setResolved((now) => now + 1);
	};
	const compare = async () => {
		const theirs = await readAnew();
		const found = { mine: latest.current, theirs, base: onServer.current.content };
		const { editable, content: theirText } = kind.textOf(theirs);
		if (editable && nothingToChoose(found.base, found.mine, theirText)) take(theirs, found.mine);
		else setConflict(found);
	};
	const refused = autosave.problem?.code === 'conflict' ? autosave.problem : null;
	const opening = useRef(compare);
	opening.current = compare;
	useEffect(() => {
		if (refused) void opening.current().catch(() => {});
	}, [refused]);
	const { flush } = autosave;
	useEffect(() => {
		// The text that was chosen has reached the autosave by now.
		if (resolved > 0) void flush();
	}, [resolved, flush]);
	return {
		conflict,
		compare: setConflict,
		resolve: (chosen: C) => (conflict ? take(conflict.theirs, chosen) : undefined),
		postpone: () => setConflict(null),
		reopen: () => void compare().catch(() => {}),
	};
}
