import { Form, type FormInstance } from 'antd';
import { useRef, useState } from 'react';
import { asProblem } from '../api/index.ts';
import { mended } from './mended.ts';
import { placeIssues } from './place-issues.ts';

/** Why a form was refused, for FormIssues: the sentence and what belongs to no input. */
export interface FormFault {
	title: string;
	/** Messages without an input of their own. */
	rest: readonly string[];
	/** Inputs with a message beside them. */
	fields: number;
	code: string;
	requestId: string | undefined;
}

export interface ServerForm<V> {
	form: FormInstance<V>;
	fault: FormFault | null;
	busy: boolean;
	/** Forgets what was refused, for a dialog that is opened again. */
	clear(): void;
	/** Spread on antd's Form. */
	props: {
		form: FormInstance<V>;
		layout: 'vertical';
		onFinish: (values: V) => void;
		onValuesChange: (changed: unknown) => void;
		scrollToFirstError: object;
	};
}

/**
 * A form whose values are judged by the server: what it refuses is placed beside the inputs, the first of them gets the
 * focus, nothing typed is lost, and a second click while one is on its way does nothing.
 */
export function useServerForm<V>(send: (values: V) => Promise<unknown>): ServerForm<V> {
	const [form] = Form.useForm<V>();
	const [fault, setFault] = useState<FormFault | null>(null);
	const [busy, setBusy] = useState(false);
	// State lags behind a double click, a ref does not.
	const running = useRef(false);
	const submit = async (values: V) => {
		if (running.current) return;
		running.current = true;
		setBusy(true);
		setFault(null);
		try {
			await send(values);
		} catch (thrown) {
			setFault(showRefusal(form, thrown));
		} finally {
			running.current = false;
			setBusy(false);
		}
	};
	const props = {
		form,
		layout: 'vertical' as const,
		onFinish: (values: V) => void submit(values),
		// antd takes back only what its own rules have said.
		onValuesChange: (changed: unknown) => {
			const inputs = form.getFieldsError().map(({ name, errors }) => ({ name: name as (string | number)[], errors }));
			form.setFields(mended(inputs, changed).map(({ name, errors }) => ({ name: [...name] as never, errors })));
		},
		scrollToFirstError: { block: 'center', focus: true },
	};
	return { form, fault, busy, clear: () => setFault(null), props };
}

function showRefusal<V>(form: FormInstance<V>, thrown: unknown): FormFault {
	const { title, issues, code, requestId } = asProblem(thrown);
	const inputs = form.getFieldsError().map(({ name }) => name as (string | number)[]);
	const placed = placeIssues(issues, inputs);
	// antd's path type is derived from V, which is not known here.
	form.setFields(placed.fields.map(({ name, errors }) => ({ name: [...name] as never, errors })));
	const [first] = placed.fields;
	if (first) form.scrollToField([...first.name] as never, { block: 'center', focus: true });
	const rest = placed.rest.filter((message) => message !== title);
	return { title, rest, fields: placed.fields.length, code, requestId };
}
