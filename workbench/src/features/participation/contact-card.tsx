import { Button } from 'antd';
import { useState } from 'react';
import { ConfirmReason, DescriptionList } from '../../ui/index.ts';

interface Contact {
	name: string;
	phone: string;
	email: string;
}

/** Who wrote, shown for a reason that is kept. */
export function ContactCard({ reveal }: { reveal: (reason: string) => Promise<Contact> }) {
	const [asking, setAsking] = useState(false);
	const [contact, setContact] = useState<Contact | null>(null);
	return (
		<section className="gk-panel">
			<h2>联系方式</h2>
			{contact ? (
				<DescriptionList
					items={[
						{ label: '姓名', value: contact.name || '未填写' },
						{ label: '电话', value: contact.phone || '未填写' },
						{ label: '电子邮箱', value: contact.email || '未填写' },
					]}
				/>
			) : (
				<Button onClick={() => setAsking(true)}>查看联系方式</Button>
			)}
			<ConfirmReason
				open={asking}
				title="查看联系方式"
				text="查看的事由将记入办理经过和操作日志。"
				reasonLabel="查看事由"
				okLabel="查看"
				onConfirm={async ({ reason }) => setContact(await reveal(reason))}
				onClose={() => setAsking(false)}
			/>
		</section>
	);
}
