import { Alert } from 'antd';
import type { DocumentDetail } from '../api.ts';

/** Files that no program can read: pictures, scans, locked ones. A person has to. */
export function UnreadList({ unread }: { unread: DocumentDetail['unread'] }) {
	return (
		<Alert
			className="gk-gap"
			type="warning"
			showIcon
			title="有附件未能自动检查"
			description={
				<ul className="gk-plain-list">
					{unread.map(({ fileName, why }) => (
						<li key={`${fileName} ${why}`} className="gk-break">
							「{fileName}」：{why}
						</li>
					))}
				</ul>
			}
		/>
	);
}
