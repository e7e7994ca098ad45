import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { FormFault } from './use-server-form.ts';

/** Stands on top of a form that was refused: the reason, what belongs to no input, and how many inputs to mend. */
export function FormIssues({ fault }: { fault: FormFault | null }) {
	return (
		<div aria-live="assertive">
			{fault ? (
				<Alert
					className="gk-gap"
					type="error"
					showIcon
					title={fault.fields > 0 ? `有${fault.fields}处需要修改，请见标红的内容。` : fault.title}
					description={restOf(fault)}
				/>
			) : null}
		</div>
	);
}

function restOf({ rest, code, requestId }: FormFault): ReactNode {
	const number = code === 'internal' && requestId ? `错误编号：${requestId}` : undefined;
	if (rest.length === 0) return number;
	return (
		<ul className="gk-plain-list">
			{rest.map((message) => (
				<li key={message}>{message}</li>
			))}
		</ul>
	);
}
