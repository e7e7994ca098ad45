import { chineseDay } from '../../../kernel/civil-day.ts';
import { printCode } from '../../../platform/vault/index.ts';
import { LinkButton, LinkList, Notice, PageHead, Section, SummaryList } from '../../../portal/components/index.ts';
import type { Office } from '../../offices/index.ts';
import { messages } from '../messages.zh.ts';
import type { PublishedAlready } from '../queries/before-case.ts';

interface ReceiptProps {
	office: Office;
	number: string;
	code: string;
	title: string;
	submittedOn: string;
	/** Public documents that may answer it at once. */
	published: readonly PublishedAlready[];
}

/** What the applicant takes home: number and code, shown this once. */
export function Receipt({ office, number, code, title, submittedOn, published }: ReceiptProps) {
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
					{ label: '提交日期', value: chineseDay(submittedOn) },
					{ label: '受理机关电话', value: office.phone },
				]}
			/>
			{published.length > 0 ? (
				<Section title="以下已公开的信息可能与您的申请有关">
					<LinkList
						empty=""
						links={published.map(({ id, title: name, publishedOn }) => ({
							href: `/d/${id}`,
							title: name,
							day: publishedOn,
						}))}
					/>
					<p>已经满足需要的，可以凭查询码撤回申请；不撤回的，受理机关照常答复。</p>
				</Section>
			) : null}
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
