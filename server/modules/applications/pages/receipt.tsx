import { LinkButton, Notice, PageHead, SummaryList } from '../../../portal/components/index.ts';
import type { Office } from '../../offices/index.ts';
import { printCode } from '../identity/query-code.ts';
import { messages } from '../messages.zh.ts';

interface ReceiptProps {
	office: Office;
	number: string;
	code: string;
	title: string;
	submittedOn: string;
}

/** What the applicant takes home: number and code, shown this once. */
export function Receipt({ office, number, code, title, submittedOn }: ReceiptProps) {
	return (
		<>
			<PageHead title="申请已提交" lead={`${office.name}将与您联系确认，确认之日为收到申请之日。`} />
			<Notice kind="success" title="请保存申请编号和查询码">
				<p>{messages.keepCode}</p>
			</Notice>
			<SummaryList
				rows={[
					{ label: '申请编号', value: <strong>{number}</strong> },
					{ label: '查询码', value: <strong className="query-code">{printCode(code)}</strong> },
					{ label: '受理机关', value: office.name },
					{ label: '所需信息', value: title },
					{ label: '提交日期', value: submittedOn },
					{ label: '联系电话', value: office.phone },
				]}
			/>
			<p>本页可以打印保存。{messages.limits}</p>
			<p className="button-row">
				<LinkButton href="/query">查询办理进度</LinkButton>
				<LinkButton href="/" kind="secondary">
					返回首页
				</LinkButton>
			</p>
		</>
	);
}
