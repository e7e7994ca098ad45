import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Radio } from 'antd';
import { Loaded, PageHeader } from '../../ui/index.ts';
import {
	readSettings,
	type Settings,
	saveApplications,
	saveCalendar,
	saveIndexNumber,
	saveNormative,
	savePublishing,
	saveReports,
	saveSite,
} from './api.ts';
import { AuditBounds } from './audit-bounds.tsx';
import { CountyLimits } from './county-limits.tsx';
import { sampleNumber } from './index-number.ts';
import { DaysInput, LinesInput, MonthDayInput, WatchWordsInput } from './inputs.tsx';
import { Monitoring } from './monitoring.tsx';
import { groupId, SettingForm } from './setting-form.tsx';
import './settings.css';

/** What a county decides for itself; everything else is law and stands in the code. */
export function SettingsPage() {
	const query = useQuery({ queryKey: ['settings'], queryFn: readSettings });
	return (
		<>
			<PageHeader title="县级设置" subtitle="全县共用的设置。每组单独保存，修改会记入操作日志。" />
			<Loaded query={query}>
				{(settings) => (
					<>
						<Contents settings={settings} />
						<Site key={`site ${settings.site.since}`} entry={settings.site} />
						<Deadlines key={`reports ${settings.reports.since}`} entry={settings.reports} />
						<AuditBounds key={`audit ${settings.audit.since}`} entry={settings.audit} />
						<Clocks key={`calendar ${settings.calendar.since}`} entry={settings.calendar} />
						<Retention key={`applications ${settings.applications.since}`} entry={settings.applications} />
						<CountyLimits key={`limits ${settings.limits.since}`} entry={settings.limits} />
						<ProofLists key={`publishing ${settings.publishing.since}`} entry={settings.publishing} />
						<Normative key={`normative ${settings.normative.since}`} entry={settings.normative} />
						<Monitoring key={`monitoring ${settings.monitoring.since}`} entry={settings.monitoring} />
						<IndexNumber key={`index ${settings.indexNumber.since}`} entry={settings.indexNumber} />
					</>
				)}
			</Loaded>
		</>
	);
}

/** In the order of the page. */
const GROUPS = [
	...(['site', 'reports', 'audit', 'calendar', 'applications', 'limits', 'publishing', 'normative'] as const),
	...(['monitoring', 'indexNumber'] as const),
];

/** The page is long: a way to each group from its head. */
function Contents({ settings }: { settings: Settings }) {
	return (
		<nav className="gk-panel" aria-label="设置分组">
			<ul className="set-contents">
				{GROUPS.map((key) => (
					<li key={key}>
						<a href={`#${groupId(settings[key].label)}`}>{settings[key].label}</a>
					</li>
				))}
			</ul>
		</nav>
	);
}

function Site({ entry }: { entry: Settings['site'] }) {
	return (
		<SettingForm label={entry.label} entry={entry} save={saveSite}>
			<div className="gk-columns">
				<Form.Item
					name={['value', 'name']}
					label="网站名称"
					extra="规范名称，显示在每个页面"
					rules={[{ required: true, whitespace: true, message: '请填写网站名称。' }]}
				>
					<Input maxLength={60} />
				</Form.Item>
				<Form.Item name={['value', 'county']} label="县名">
					<Input maxLength={30} />
				</Form.Item>
				<Form.Item name={['value', 'siteCode']} label="网站标识码" extra="10位数字或字母">
					<Input maxLength={10} />
				</Form.Item>
				<Form.Item name={['value', 'domain']} label="域名" extra="如 www.example.gov.cn">
					<Input maxLength={100} />
				</Form.Item>
				<Form.Item
					name={['value', 'footer']}
					label="页脚"
					extra="每行一项，如主办单位、联系电话、备案号，不超过8行"
					className="gk-wide"
				>
					<LinesInput label="页脚" />
				</Form.Item>
			</div>
		</SettingForm>
	);
}

function Deadlines({ entry }: { entry: Settings['reports'] }) {
	return (
		<SettingForm label={entry.label} entry={entry} save={saveReports}>
			<Form.Item
				name={['value', 'departmentDeadline']}
				label="县直部门"
				extra="每年不晚于1月31日（条例第四十九条第一款）"
			>
				<MonthDayInput label="县直部门" />
			</Form.Item>
			<Form.Item name={['value', 'townshipDeadline']} label="乡镇（街道）" extra="由县级主管部门安排，早于全县汇总">
				<MonthDayInput label="乡镇（街道）" />
			</Form.Item>
			<Form.Item name={['value', 'countyDeadline']} label="县级" extra="每年不晚于3月31日（条例第四十九条第二款）">
				<MonthDayInput label="县级" />
			</Form.Item>
			<Form.Item
				name={['value', 'remindBefore']}
				label="到期前几天提醒"
				extra="尚未报送或者公开的机关在这些日子得到提醒，用顿号分隔，如 15、5、1；不填则到期前不提醒。逾期后每周提醒一次。"
			>
				<DaysInput label="到期前几天提醒" />
			</Form.Item>
		</SettingForm>
	);
}

function Clocks({ entry }: { entry: Settings['calendar'] }) {
	return (
		<SettingForm label={entry.label} entry={entry} save={saveCalendar}>
			<Form.Item
				name={['value', 'countyDaysStopClocks']}
				label="新载入的地方性放假日"
				extra="法律没有规定地方放假日是否扣除，由县里决定；已载入的通知不受影响。"
			>
				<Radio.Group
					options={[
						{ value: false, label: '照常计入法定期限' },
						{ value: true, label: '不计入法定期限' },
					]}
				/>
			</Form.Item>
		</SettingForm>
	);
}

function Retention({ entry }: { entry: Settings['applications'] }) {
	return (
		<SettingForm label={entry.label} entry={entry} save={saveApplications}>
			<Form.Item
				name={['value', 'retentionYears']}
				label="保管年数"
				extra="自归档之日起计算，按本县档案保管期限表填写。期满后经审签人批准，可以销毁案卷里的申请人身份。"
			>
				<InputNumber min={1} max={100} precision={0} suffix="年" />
			</Form.Item>
			<Form.Item
				name={['value', 'answersShown']}
				label="答复情况公示"
				extra="开通后，各机关可以把已答复的申请列入网站公示：只有事项、机关、结果和日期，不含申请人和编号。"
			>
				<Radio.Group
					options={[
						{ value: false, label: '不开通' },
						{ value: true, label: '开通' },
					]}
				/>
			</Form.Item>
			<Form.Item
				name={['value', 'feeEffect']}
				label="缴纳信息处理费以后的答复期限"
				extra="各地做法不一，由县里决定；写入收费通知。已经发出的通知不受影响。"
			>
				<Radio.Group
					options={[
						{ value: 'restart', label: '自缴费次日起重新计算' },
						{ value: 'resume', label: '自缴费次日起继续计算' },
					]}
				/>
			</Form.Item>
			<Form.Item
				name={['value', 'feeRefunds']}
				label="年度报告第六部分的「实际收取」"
				extra="已收的信息处理费又退还的，没有查到统一的填报口径，由县里决定。"
			>
				<Radio.Group
					options={[
						{ value: 'deducted', label: '减去当年退费' },
						{ value: 'apart', label: '不减退费' },
					]}
				/>
			</Form.Item>
		</SettingForm>
	);
}

function ProofLists({ entry }: { entry: Settings['publishing'] }) {
	return (
		<SettingForm label={entry.label} entry={entry} save={savePublishing}>
			<Form.Item
				name={['value', 'watchWords']}
				label="提示词"
				extra="每行一个，可以写明处理办法，如：孤寡老人：改用「特困供养人员」。拟稿和签发时提示，不阻止发布。"
			>
				<WatchWordsInput label="提示词" />
			</Form.Item>
			<Form.Item
				name={['value', 'leaders']}
				label="领导排序"
				extra="每行一个姓名，按排名先后。同一段里顺序不同的会提示。"
			>
				<LinesInput label="领导排序" />
			</Form.Item>
		</SettingForm>
	);
}

function Normative({ entry }: { entry: Settings['normative'] }) {
	return (
		<SettingForm label={entry.label} entry={entry} save={saveNormative}>
			<Form.Item
				name={['value', 'consultationDays']}
				label="公开征求意见的最短天数"
				extra="重大行政决策一般不少于30日（《重大行政决策程序暂行条例》第十五条），不受此项影响"
			>
				<InputNumber min={1} max={90} precision={0} suffix="日" />
			</Form.Item>
			<Form.Item name={['value', 'filingDays']} label="报送备案的期限" extra="自公布之日起计算">
				<InputNumber min={1} max={60} precision={0} suffix="日" />
			</Form.Item>
			<Form.Item
				name={['value', 'termYears']}
				label="有效期最长"
				extra="自成文之日起，延长的自决定之日起；各地一般规定不超过5年，登记为历史文件的不受此项影响"
			>
				<InputNumber min={1} max={20} precision={0} suffix="年" />
			</Form.Item>
			<Form.Item name={['value', 'remindMonths']} label="到期提醒" extra="有效期届满前几个月列入即将到期，组织后评估">
				<InputNumber min={1} max={24} precision={0} suffix="个月" />
			</Form.Item>
		</SettingForm>
	);
}

function IndexNumber({ entry }: { entry: Settings['indexNumber'] }) {
	return (
		<SettingForm label={entry.label} entry={entry} save={saveIndexNumber}>
			<Form.Item
				name={['value', 'pattern']}
				label="编排规则"
				extra="{code} 机构代码，{area} 行政区划代码，{yyyy} 年份，{yyyymm} 年月，{serial:5} 5位顺序号"
				rules={[{ required: true, whitespace: true, message: '请填写编排规则。' }]}
			>
				<Input maxLength={60} />
			</Form.Item>
			<Form.Item shouldUpdate>
				{({ getFieldValue }) => (
					<p className="gk-hint" aria-live="polite">
						示例：{sampleNumber(String(getFieldValue(['value', 'pattern']) ?? ''))}
					</p>
				)}
			</Form.Item>
		</SettingForm>
	);
}
