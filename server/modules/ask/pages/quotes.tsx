import { civilDay } from '../../../platform/clock.ts';
import { markHits } from '../../../platform/search/index.ts';
import { VALIDITIES } from '../../publishing/index.ts';
import type { Quoted } from '../queries/answer.ts';
import { piecesSaid } from '../rules/grounded.ts';

/** Characters a browser looks for in the page it opens; long ones miss where markup cuts the text. */
const ANCHOR = 16;

/** Where a passage stands; a browser that knows how goes to its first words. */
function hrefOf({ source, body, fileName }: Quoted): string {
	if (source.kind === 'entry') return `/faq/${source.id}`;
	const [first = ''] = body.split('\n');
	const words = first.slice(0, ANCHOR).replace(/[-,&].*$/, '');
	return `/d/${source.id}${fileName === '' && words.length > 3 ? `#:~:text=${encodeURIComponent(words)}` : ''}`;
}

function Marked({ text, marks }: { text: string; marks: readonly string[] }) {
	let at = 0;
	return markHits(text, marks).map((piece) => {
		at += piece.text.length;
		return piece.hit ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>;
	});
}

function Quote({ passage, marks, number }: { passage: Quoted; marks: readonly string[]; number: number }) {
	const { source, title, heading, fileName, body, officeName, publishedAt, validity, endedOn, basis, basisId } =
		passage;
	const isEntry = source.kind === 'entry';
	return (
		<li id={`p${number}`}>
			<h3>
				<span className="quote-number">[{number}]</span>{' '}
				<a href={hrefOf(passage)}>
					<Marked text={title} marks={marks} />
				</a>
			</h3>
			{endedOn === null ? null : (
				<p>
					<span className="stamp-invalid">{VALIDITIES[validity]}</span>
					{validity === 'repealed' ? `　自${endedOn}起废止，仅供查阅。` : `　有效期至${endedOn}，仅供查阅。`}
				</p>
			)}
			<blockquote className="quote">
				{!isEntry && heading ? <p className="quote-heading">{heading}</p> : null}
				<p className="plain-text quote-body">
					<Marked text={body} marks={marks} />
				</p>
			</blockquote>
			<p className="result-line">
				<span>{officeName}</span>
				<span>{civilDay(publishedAt)}</span>
				{isEntry ? <span>常见问题</span> : null}
				{fileName ? <span>附件：{fileName}</span> : null}
				{basis ? <span>依据：{basis}</span> : null}
				{basisId === null ? null : <a href={`/d/${basisId}`}>查看依据文件</a>}
			</p>
		</li>
	);
}

/** The passages as they stand in their papers, each with where it stands. */
export function Quotes({ passages, marks }: { passages: readonly Quoted[]; marks: readonly string[] }) {
	return (
		<ol className="results quotes">
			{passages.map((passage, at) => (
				<Quote
					key={`${passage.source.kind}${passage.source.id} ${passage.position}`}
					passage={passage}
					marks={marks}
					number={at + 1}
				/>
			))}
		</ol>
	);
}

/** A model's words over the passages they were made from. */
export function Summary({ answer }: { answer: string }) {
	let at = 0;
	return (
		<section className="notice notice-info ask-summary" aria-label="模型归纳">
			<p className="notice-title">由模型根据下列原文归纳，以原文为准</p>
			<p className="plain-text">
				{piecesSaid(answer).map(({ text, cited }) => {
					at += text.length + 1;
					return (
						<span key={at}>
							{text}
							{cited.map((number) => (
								<a key={number} href={`#p${number}`}>{`[${number}]`}</a>
							))}
						</span>
					);
				})}
			</p>
		</section>
	);
}
