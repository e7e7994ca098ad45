import { EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { ConfirmReason, DescriptionList } from '../../ui/index.ts';
import { type CaseView, type Options, type Revealed, revealIdentity } from './api.ts';
import { labelIn } from './words.ts';

interface IdentityCardProps {
	id: number;
	view: CaseView;
	options: Options;
}

/** Who applied: not read with the case, shown for a reason that is kept, and gone when the screen is left. */
export function IdentityCard({ id, view, options }: IdentityCardProps) {
	const [asking, setAsking] = useState(false);
	const [revealed, setRevealed] = useState<Revealed | null>(null);
	return (
		<section className="gk-panel">
			<h2>申请人</h2>
			{revealed ? (
				<>
					<Identity revealed={revealed} options={options} />
					<Button onClick={() => setRevealed(null)}>隐藏</Button>
				</>
			) : (
				<>
					<p className="gk-hint ga-hint">申请人身份加密保存，查看须填写事由，并记入操作日志。</p>
					{view.mayReveal ? (
						<Button icon={<EyeOutlined aria-hidden />} onClick={() => setAsking(true)}>
							查看申请人身份
						</Button>
					) : (
						<p>您没有查看申请人身份的权限。</p>
					)}
				</>
			)}
			<ConfirmReason
				open={asking}
				title="查看申请人身份"
				text="事由将记入本案办理记录和操作日志。"
				reasonLabel="查看事由"
				okLabel="查看"
				onConfirm={async ({ reason }) => setRevealed(await revealIdentity(id, reason))}
				onClose={() => setAsking(false)}
			/>
		</section>
	);
}

function Identity({ revealed, options }: { revealed: Revealed; options: Options }) {
	const { applicant, thirdParties } = revealed;
	const organisation = applicant.creditCode !== '';
	return (
		<DescriptionList
			items={[
				{ label: '姓名或者名称', value: applicant.name },
				organisation
					? { label: '统一社会信用代码', value: applicant.creditCode }
					: { label: labelIn(options.idKinds, applicant.idKind), value: applicant.idNumber },
				{ label: '法定代表人', value: applicant.legalRepresentative },
				{ label: '联系人', value: applicant.contactPerson },
				{ label: '联系电话', value: applicant.phone },
				{ label: '电子邮箱', value: applicant.email },
				{ label: '传真', value: applicant.fax },
				{ label: '工作单位', value: applicant.workUnit },
				{ label: '联系地址', value: [applicant.address, applicant.postcode].filter(Boolean).join('　'), wide: true },
				...(applicant.agentName
					? [
							{ label: '代理人', value: `${applicant.agentName}　${applicant.agentPhone}` },
							{ label: '代理依据', value: applicant.agentAuthority, wide: true },
						]
					: []),
				...thirdParties.map((party, at) => ({
					label: `第三方${at + 1}`,
					value: [party.name, party.phone, party.address].filter(Boolean).join('　'),
					wide: true,
				})),
			]}
		/>
	);
}
