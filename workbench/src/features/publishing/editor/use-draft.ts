import { useQueryClient } from '@tanstack/react-query';
import { Form, type FormInstance } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Issue } from '../../../api/index.ts';
import { placeIssues, type UseAutosave, useAutosave } from '../../../ui/index.ts';
import { type Content, type DocumentDetail, documentKey, readDocument, saveDraft } from '../api.ts';
import { nothingToChoose } from './merge.ts';
import { contentOf, type EditorValues, inputIssues, judged, valuesOf } from './values.ts';

/** Somebody else's text beside mine. */
export interface Conflict {
	mine: Content;
	theirs: DocumentDetail;
	/** What both began with, as far as it is known. */
	base: Content;
}

export interface DraftInWork {
	form: FormInstance<EditorValues>;
	content: Content;
	autosave: UseAutosave<Content>;
	/** Takes what the inputs hold. */
	typed: () => void;
	conflict: Conflict | null;
	/** Takes the text that was chosen and saves it over the other. */
	resolve: (content: Content) => void;
	postpone: () => void;
	reopen: () => void;
	answerRecovered: (wanted: boolean) => void;
	/** What is still missing and belongs to no input. */
	rest: readonly string[];
	/** Saves and asks the server what is missing; the first missing input gets the focus. True when nothing is. */
	check: () => Promise<boolean>;
}

/** A draft while it is written: its inputs, its saves, what the server finds missing, and what others wrote meanwhile. */
export function useDraft(document: DocumentDetail): DraftInWork {
	const [form] = Form.useForm<EditorValues>();
	const [content, setContent] = useState(() => contentOf(valuesOf(document.content)));
	const judge = useJudge(form);
	const { autosave, onServer, readAnew } = useSaving(document, content, judge);
	const put = (next: Content) => {
		form.setFieldsValue(valuesOf(next));
		setContent(next);
	};
	const conflicts = useConflict({ content, autosave, put, onServer, readAnew });
	return {
		form,
		content,
		autosave,
		typed: () => setContent(contentOf(form.getFieldsValue(true) as EditorValues)),
		...conflicts,
		answerRecovered: (wanted) => {
			const found = autosave.recovered;
			autosave.answerRecovered(wanted);
			if (!wanted || !found) return;
			if (found.older) conflicts.compare({ mine: found.value, theirs: document, base: document.content });
			else put(found.value);
		},
		rest: judge.rest,
		check: async () => {
			if (!(await autosave.flush())) return false;
			const { missing } = await readAnew();
			judge.show(missing, true);
			return missing.length === 0;
		},
	};
}

/** Saves what is typed over the version that was last seen, and has each save judged. */
function useSaving(document: DocumentDetail, content: Content, judge: Judge) {
	const { id, version } = document;
	const queries = useQueryClient();
	const onServer = useRef({ version, content });
	const readAnew = () =>
		queries.fetchQuery({ queryKey: documentKey(id), queryFn: () => readDocument(id), staleTime: 0 });
	const autosave = useAutosave<Content>({
		key: `document:${id}`,
		value: content,
		version,
		save: async (value) => {
			const saved = await saveDraft(id, onServer.current.version, value);
			onServer.current = { version: saved.version, content: value };
			void readAnew().then(
				({ missing }) => judge.again(missing),
				() => {},
			);
			return saved.version;
		},
	});
	const { problem } = autosave;
	useEffect(() => {
		if (problem?.code === 'invalid') judge.show(problem.issues);
	}, [problem, judge.show]);
	return { autosave, onServer, readAnew };
}

interface Judge {
	rest: readonly string[];
	show: (issues: readonly Issue[], focus?: boolean) => void;
	/** Only after the person has asked once: an empty form is not yet a wrong one. */
	again: (issues: readonly Issue[]) => void;
}

function useJudge(form: FormInstance<EditorValues>): Judge {
	const [rest, setRest] = useState<readonly string[]>([]);
	const asked = useRef(false);
	const wrong = useRef<string[]>([]);
	const [judge] = useState(() => {
		const show = (issues: readonly Issue[], focus = false) => {
			asked.current = true;
			const inputs = form.getFieldsError().map(({ name }) => name as (string | number)[]);
			const placed = placeIssues(inputIssues(issues), inputs);
			form.setFields(judged(wrong.current, placed.fields).map(({ name, errors }) => ({ name: name as never, errors })));
			wrong.current = placed.fields.map(({ name }) => name.join('.'));
			setRest(placed.rest);
			const [first] = placed.fields;
			if (focus && first) form.scrollToField([...first.name] as never, { block: 'center', focus: true });
		};
		return { show, again: (issues: readonly Issue[]) => (asked.current ? show(issues) : undefined) };
	});
	return { rest, ...judge };
}

interface ConflictOptions {
	content: Content;
	autosave: UseAutosave<Content>;
	put: (content: Content) => void;
	onServer: { current: { version: number; content: Content } };
	readAnew: () => Promise<DocumentDetail>;
}

function useConflict({ content, autosave, put, onServer, readAnew }: ConflictOptions) {
	const [conflict, setConflict] = useState<Conflict | null>(null);
	const [resolved, setResolved] = useState(0);
	const latest = useRef(content);
	latest.current = content;
	const refused = autosave.problem?.code === 'conflict' ? autosave.problem : null;
	const take = (theirs: DocumentDetail, chosen: Content) => {
		onServer.current = { version: theirs.version, content: theirs.content };
		put(chosen);
		setConflict(null);
		setResolved((now) => now + 1);
	};
	const compare = async () => {
		const theirs = await readAnew();
		const found = { mine: latest.current, theirs, base: onServer.current.content };
		if (theirs.mayEdit && nothingToChoose(found.base, found.mine, theirs.content)) take(theirs, found.mine);
		else setConflict(found);
	};
	const opening = useRef(compare);
	opening.current = compare;
	useEffect(() => {
		if (refused) void opening.current().catch(() => {});
	}, [refused]);
	const { flush } = autosave;
	useEffect(() => {
		if (resolved > 0) void flush();
	}, [resolved, flush]);
	return {
		conflict,
		compare: setConflict,
		resolve: (chosen: Content) => (conflict ? take(conflict.theirs, chosen) : undefined),
		postpone: () => setConflict(null),
		reopen: () => void compare().catch(() => {}),
	};
}
