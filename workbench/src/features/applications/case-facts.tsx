import { Link } from 'react-router';
import { type Description, DescriptionList, formatDay } from '../../ui/index.ts';
import type { CaseView, Options } from './api.ts';
import { labelIn } from './words.ts';

/** What is asked for, and how it came in. */
export function CaseFacts({ view, options }: { view: CaseView; options: Options }) {
	const { sameApplicant } = view;
	return (
		<section className="gk-panel">
			<h2>申请内容</h2>
			<DescriptionList narrow items={factsOf(view, options)} />
			{sameApplicant.length > 0 ? <SameApplicant rows={sameApplicant} /> : null}
		</section>
	);
}

function factsOf({ request, summary }: CaseView, options: Options): Description[] {
	const days = [
		`提交${formatDay(request.submittedOn)}`,
		request.arrivedOn ? `到件${formatDay(request.arrivedOn)}` : '',
		request.confirmedOn ? `确认${formatDay(request.confirmedOn)}` : '',
	];
	const given = (label: string, value: string) => (value === '' ? [] : [{ label, value }]);
	return [
		{ label: '信息名称', value: summary.title },
		...given('文号', request.documentNumber),
		...(request.features ? [{ label: '其他特征', value: <div className="ga-text">{request.features}</div> }] : []),
		{
			label: '形式和获取方式',
			value: `${labelIn(options.forms, request.form)}，${labelIn(options.deliveries, request.delivery)}`,
		},
		...given('办理进展通知', request.notify === 'none' ? '' : labelIn(options.notifications, request.notify)),
		{
			label: '渠道和日期',
			value: `${labelIn(options.channels, summary.channel)}：${days.filter(Boolean).join('，')}`,
		},
		{
			label: '收到日期',
			value: summary.receivedOn ? `${formatDay(summary.receivedOn)}。${request.receivedBecause}` : '待与申请人确认',
		},
		{
			label: '申请人类型',
			value: `${labelIn(options.applicantKinds, summary.applicantKind)}${request.onBehalf ? '，由代理人提出' : ''}`,
		},
		{ label: '经办人', value: summary.unsigned ? `${summary.handlerName}（待签收）` : summary.handlerName },
		...(request.assisted ? [{ label: '需要的帮助', value: request.assistance || '需要帮助' }] : []),
	];
}

/** Found by fingerprint, without opening anybody's identity (条例第三十六条第六项 asks whether it was answered before). */
function SameApplicant({ rows }: { rows: CaseView['sameApplicant'] }) {
	return (
		<>
			<h3>同一申请人的其他申请</h3>
			<ul className="ga-list">
				{rows.map((row) => (
					<li key={row.id} className="ga-row ga-same">
						<Link to={`/applications/${row.id}`}>
							{row.number ?? '草稿'}　{row.title}
						</Link>
						<span>{row.outcomeName || row.stateLabel}</span>
					</li>
				))}
			</ul>
		</>
	);
}
