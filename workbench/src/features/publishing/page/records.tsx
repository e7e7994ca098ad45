import { Collapse } from 'antd';
import { DateTimeText, History, type HistoryEntry } from '../../../ui/index.ts';
import type { DocumentDetail, Options, Review } from '../api.ts';
import { labelOf } from '../editor/fields.ts';
import { stepNote } from './step-note.ts';

interface RecordsProps {
	document: DocumentDetail;
	options: Options;
}

/** All that happened: the steps, the secrecy sheets as they were filled, the snapshots that were reviewed. */
export function Records({ document, options }: RecordsProps) {
	const entries = entriesOf(document, options);
	// A draft that was never handed on, and about which nobody was asked, has no history yet.
	if (entries.length === 0) return null;
	return (
		<>
			<section className="gk-panel">
				<h2>办理记录</h2>
				<History entries={entries} />
			</section>
			{document.reviews.length > 0 ? <Reviews reviews={document.reviews} options={options} /> : null}
			{document.revisions.length > 0 ? <Revisions document={document} /> : null}
		</>
	);
}

/** The steps and what was agreed with others, in the order in which it happened. */
function entriesOf({ steps, edition, coordination }: DocumentDetail, options: Options): HistoryEntry[] {
	const moves = steps.map((step) => ({
		at: step.at,
		actorName: step.actorName,
		text: edition > 1 ? `${step.label}（第${step.edition}版）` : step.label,
		note: <Notes notes={stepNote(step, options)} />,
	}));
	const agreed = coordination.history.map(({ note, ...entry }) => ({
		...entry,
		note: note ? <Notes notes={[note]} /> : undefined,
	}));
	return [...agreed, ...moves].sort((a, b) => a.at.localeCompare(b.at));
}

function Notes({ notes }: { notes: readonly string[] }) {
	return notes.map((note) => (
		<div key={note} className="gk-break">
			{note}
		</div>
	));
}

function Reviews({ reviews, options }: { reviews: readonly Review[]; options: Options }) {
	return (
		<section className="gk-panel">
			<h2>保密审查表</h2>
			<Collapse
				size="small"
				items={[...reviews].reverse().map((review) => ({
					key: review.id,
					label: `第${review.edition}版 · ${review.reviewerName} · ${labelOf(options.conclusions, review.conclusion)}`,
					children: <Sheet review={review} options={options} />,
				}))}
			/>
		</section>
	);
}

function Sheet({ review, options }: { review: Review; options: Options }) {
	const { answers, opinion, authority, authorityReply, at } = review;
	return (
		<>
			<dl className="pub-answers">
				{options.questions.map(({ key, text }) => (
					<div key={key}>
						<dt>{text}</dt>
						<dd>
							<strong>{answers[key]?.answer === 'yes' ? '是' : '否'}</strong>
							{answers[key]?.note ? `：${answers[key]?.note}` : ''}
						</dd>
					</div>
				))}
			</dl>
			{authority ? (
				<p>
					报请{authority}确定，答复：{authorityReply}
				</p>
			) : null}
			{opinion ? <p>审查意见：{opinion}</p> : null}
			<p className="gk-hint">
				<DateTimeText at={at} />
			</p>
		</>
	);
}

/** Snapshots: what was reviewed and signed, or shown to another office, is exactly one of these. */
function Revisions({ document: { revisions } }: { document: DocumentDetail }) {
	return (
		<section className="gk-panel">
			<h2>版本</h2>
			<ol className="pub-revisions" reversed>
				{[...revisions].reverse().map(({ id, edition, createdAt, hash, onlyAsked }) => (
					<li key={id}>
						第{edition}版{onlyAsked ? '征求意见稿' : ''}，
						<DateTimeText at={createdAt} /> 留存
						<div className="gk-hint gk-break">校验值 {hash.slice(0, 16)}</div>
					</li>
				))}
			</ol>
		</section>
	);
}
