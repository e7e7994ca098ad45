import { Alert } from 'antd';
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
					description={<Rest fault={fault} />}
				/>
			) : null}
		</div>
	);
}

function Rest({ fault }: { fault: FormFault }) {
	const number = fault.code === 'internal' && fault.requestId ? `错误编号：${fault.requestId}` : null;
	if (fault.rest.length === 0) return number;
	return (
		<ul className="gk-plain-list">
			{fault.rest.map((message) => (
				<li key={message}>{message}</li>
			))}
		</ul>
	);
}
