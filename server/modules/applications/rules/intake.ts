import { collectIssues, type Issue, issue, underField } from '../../../kernel/issue.ts';
import { recipientOf } from '../../messaging/index.ts';
import type { Applicant } from '../identity/applicant.ts';
import type { NotifyWay, Request } from '../model.ts';
import { isCreditCode, isEmail, isIdCard, isPhone } from './id-numbers.ts';

export const MAX_TITLE = 200;
export const MAX_FEATURES = 5000;
const MAX_LINE = 100;
export const MAX_FILES = 5;

/** What is asked for: the second and third block of 条例第二十九条. */
export function checkRequest(request: Request): Issue[] {
	const { title, documentNumber, features, assistance } = request;
	return collectIssues(
		title.trim() === '' ? issue('request.title', '请填写所需政府信息的名称或者简要描述。', 'title') : null,
		tooLong('title', '所需政府信息的名称', title, MAX_TITLE),
		tooLong('documentNumber', '文号', documentNumber, MAX_LINE),
		tooLong('features', '其他特征性描述', features, MAX_FEATURES, '较长的内容请作为附件上传。'),
		tooLong('assistance', '需要的帮助', assistance, 500),
	);
}

/**
 * Who applies: the first block. `complete` is what the portal asks of everybody; what comes on paper is registered as it is,
 * with a name at least, and the rest is asked for by a supplement notice (第三十条).
 */
export function checkApplicant(request: Request, applicant: Applicant, complete: boolean): Issue[] {
	const natural = request.applicantKind === 'natural';
	const issues = collectIssues(
		applicant.name.trim() === ''
			? issue('applicant.name', natural ? '请填写姓名。' : '请填写法人或者其他组织的名称。', 'name')
			: null,
		natural ? checkPerson(applicant, complete) : checkOrganisation(applicant, complete),
		checkContact(applicant, complete),
		complete ? checkDelivery(request, applicant) : null,
		checkNotify(request.notify, applicant),
		request.onBehalf ? checkAgent(applicant) : null,
		checkLengths(applicant),
	);
	return underField('applicant', issues);
}

function checkPerson({ idKind, idNumber }: Applicant, complete: boolean): Issue | null {
	if (idNumber.trim() === '') {
		return complete ? issue('applicant.idNumber', '请填写身份证件号码（《条例》第二十九条）。', 'idNumber') : null;
	}
	if (idKind === 'idCard' && !isIdCard(idNumber)) {
		return issue('applicant.idCard', '居民身份证号码不正确，请核对18位号码。', 'idNumber');
	}
	return null;
}

function checkOrganisation({ creditCode, contactPerson }: Applicant, complete: boolean): Issue[] {
	const blank = creditCode.trim() === '';
	return collectIssues(
		blank && complete ? issue('applicant.creditCode', '请填写统一社会信用代码。', 'creditCode') : null,
		!blank && !isCreditCode(creditCode)
			? issue('applicant.creditCodeForm', '统一社会信用代码不正确，请核对18位代码。', 'creditCode')
			: null,
		complete && contactPerson.trim() === '' ? issue('applicant.contact', '请填写联系人。', 'contactPerson') : null,
	);
}

function checkContact({ phone, email }: Applicant, complete: boolean): Issue[] {
	return collectIssues(
		complete && phone.trim() === '' ? issue('applicant.phone', '请填写联系电话，以便与您确认申请。', 'phone') : null,
		phone.trim() !== '' && !isPhone(phone)
			? issue('applicant.phoneForm', '联系电话不正确，应为7至15位数字。', 'phone')
			: null,
		email.trim() !== '' && !isEmail(email) ? issue('applicant.emailForm', '电子邮箱的格式不正确。', 'email') : null,
	);
}

/** The way chosen must be possible. */
function checkDelivery({ delivery }: Request, { address, email, fax }: Applicant): Issue | null {
	if (delivery === 'post' && address.trim() === '') {
		return issue('applicant.address', '选择邮寄的，请填写联系地址。', 'address');
	}
	if (delivery === 'email' && email.trim() === '') {
		return issue('applicant.email', '选择电子邮件的，请填写电子邮箱。', 'email');
	}
	if (delivery === 'fax' && fax.trim() === '') return issue('applicant.fax', '选择传真的，请填写传真号码。', 'fax');
	return null;
}

/** Who wants to be told must be reachable that way. */
export function checkNotify(
	notify: NotifyWay,
	{ email, phone }: Pick<Applicant, 'email' | 'phone'>,
	field: string = notify === 'mail' ? 'email' : 'phone',
): Issue[] {
	if (notify === 'none' || recipientOf(notify, notify === 'mail' ? email : phone) !== null) return [];
	const message =
		notify === 'mail' ? '选择电子邮件通知的，请填写电子邮箱。' : '选择短信通知的，联系电话应为11位手机号码。';
	return [issue('applicant.notify', message, field)];
}

function checkAgent({ agentName, agentAuthority }: Applicant): Issue[] {
	return collectIssues(
		agentName.trim() === '' ? issue('applicant.agentName', '代理申请的，请填写代理人姓名。', 'agentName') : null,
		agentAuthority.trim() === ''
			? issue('applicant.agentAuthority', '代理申请的，请说明代理依据（如授权委托书）。', 'agentAuthority')
			: null,
	);
}

const LABELS = {
	name: '姓名或者名称',
	idNumber: '证件号码',
	workUnit: '工作单位',
	creditCode: '统一社会信用代码',
	legalRepresentative: '法定代表人',
	contactPerson: '联系人',
	phone: '联系电话',
	fax: '传真',
	email: '电子邮箱',
	address: '联系地址',
	postcode: '邮政编码',
	agentName: '代理人姓名',
	agentIdNumber: '代理人证件号码',
	agentPhone: '代理人电话',
	agentAuthority: '代理依据',
} as const;

function checkLengths(applicant: Applicant): Issue[] {
	const fields = Object.entries(LABELS) as [keyof typeof LABELS, string][];
	return collectIssues(...fields.map(([key, label]) => tooLong(key, label, applicant[key], MAX_LINE * 2)));
}

function tooLong(field: string, label: string, text: string, max: number, advice = ''): Issue | null {
	if (text.length <= max) return null;
	return issue('text.long', `${label}不超过${max}字，现有${text.length}字。${advice}`, field);
}
