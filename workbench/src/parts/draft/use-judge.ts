import type { FormInstance } from 'antd';
import { useRef, useState } from 'react';
import type { Issue } from '../../api/index.ts';
import { placeIssues } from '../../ui/index.ts';
import { inputIssues, judged } from './issues.ts';

export interface Judge {
	/** What belongs to no input. */
	rest: readonly string[];
	show: (issues: readonly Issue[], focus?: boolean) => void;
	/** Only after the person has asked once: an empty form is not yet a wrong one. */
	again: (issues: readonly Issue[]) => void;
}

/** Puts what the server finds wrong beside the inputs of a form that saves itself, and takes it away once it is mended. */
export function useJudge<V>(form: FormInstance<V>): Judge {
	const [rest, setRest] = useState<readonly string[]>([]);
	const asked = useRef(false);
	const wrong = useRef<string[]>([]);
	const [judge] = useState(() => {
		const show = (issues: readonly Issue[], focus = false) => {
			asked.current = true;
			const inputs = form.getFieldsError().map(({ name }) => name as (string | number)[]);
			const placed = placeIssues(inputIssues(issues), inputs);
			// antd's path type is derived from V, which is not known here.
			form.setFields(
				judged(wrong.current, placed.fields).map(({ name, errors }) => ({ name: [...name] as never, errors })),
			);
			wrong.current = placed.fields.map(({ name }) => name.join('.'));
			setRest(placed.rest);
			const [first] = placed.fields;
			if (focus && first) form.scrollToField([...first.name] as never, { block: 'center', focus: true });
		};
		return { show, again: (issues: readonly Issue[]) => (asked.current ? show(issues) : undefined) };
	});
	return { rest, ...judge };
}
