import { chineseDay } from '../../../kernel/civil-day.ts';
import { issue } from '../../../kernel/issue.ts';
import { printCode } from '../../../platform/vault/index.ts';
import {
	Button,
	blankFields,
	CodeField,
	ErrorSummary,
	formState,
	LinkButton,
	Notice,
	PageHead,
	SummaryList,
} from '../../../portal/components/index.ts';
import type { Page } from '../../../portal/page.ts';
import type { PutAside } from '../commands/save-form.ts';

const TRAIL = { label: '依申请公开', href: '/apply' };

/** What was put aside, and how to go on with it. */
export function savedPage({ code, expiresOn }: PutAside, officeName: string): Page {
	return {
		title: '申请表已保存',
		nav: 'apply',
		breadcrumb: [TRAIL, { label: '申请表已保存' }],
		body: (
			<>
				<PageHead title="申请表已保存，尚未提交" />
				<SummaryList
					rows={[
						{ label: '受理机关', value: officeName },
						{ label: '保存码', value: <strong>{printCode(code)}</strong> },
						{ label: '保存至', value: chineseDay(expiresOn) },
					]}
				/>
				<Notice kind="warning" title="请抄下保存码">
					保存码只显示这一次。已选择的附件没有保存，提交前请重新选择；承诺事项须在提交时勾选。答复期限从提交并确认后起算。
				</Notice>
				<p className="button-row">
					<LinkButton href="/apply/resume">继续填写</LinkButton>
				</p>
			</>
		),
	};
}

/** Where a form put aside is taken up again. */
export function resumePage(form: Readonly<Record<string, string>>, wrong: boolean): Page {
	const blank = blankFields(form, { code: '保存码' });
	const unknown = issue('resume.code', '没有找到这个保存码的申请表，可能已经提交或者超过保存期限。', 'code');
	const issues = !wrong ? [] : blank.length > 0 ? blank : [unknown];
	const state = formState(form, issues);
	return {
		status: wrong ? 422 : 200,
		title: '继续填写申请表',
		nav: 'apply',
		breadcrumb: [TRAIL, { label: '继续填写' }],
		body: (
			<>
				<PageHead title="继续填写申请表" lead="凭保存码打开保存过的申请表。" />
				<ErrorSummary issues={issues} />
				<form className="form" method="post" action="/apply/resume" noValidate>
					<CodeField label="保存码" {...state.field('code')} />
					<p className="button-row">
						<Button>打开申请表</Button>
					</p>
				</form>
			</>
		),
	};
}
