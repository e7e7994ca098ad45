import { Form, Input, Radio, Select } from 'antd';
import { useSession } from '../../../app/session-context.tsx';
import { ColumnSelect, useColumns } from '../../../parts/columns.tsx';
import { DayInput, formatDay } from '../../../ui/index.ts';
import type { DocumentDetail, Options } from '../api.ts';
import { ExplainedSelect } from './explained-select.tsx';
import { FIELD_LABELS } from './fields.ts';
import { OriginInput } from './origin-input.tsx';
import { Suggestions } from './suggestions.tsx';

interface MetaFieldsProps {
	document: DocumentDetail;
	options: Options;
	/** Takes what the inputs hold, where no hand typed it. */
	onTaken: () => void;
}

/** The record of a document, with what has to be there before it is handed on marked: what 条例第十二条 wants in the catalog, and whether it is to be opened. */
export function MetaFields(props: MetaFieldsProps) {
	return (
		<div className="pub-meta">
			<Basics {...props} />
			<Openness options={props.options} />
			<Finding {...props} />
		</div>
	);
}

const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

function Basics({ document, options }: Omit<MetaFieldsProps, 'onTaken'>) {
	const { session } = useSession();
	const { clock, office, edition } = document;
	const due = clock.due ? `应于${formatDay(clock.due)}前公开（${clock.basis}）` : `公开期限：${clock.basis}`;
	const type = Form.useWatch('type') as string | undefined;
	const numbered = options.types.find(({ value }) => value === type)?.numbered ?? false;
	return (
		<section className="gk-panel" aria-label="基本信息">
			<h2>基本信息</h2>
			<Form.Item name="type" label={FIELD_LABELS.type} required>
				<Select options={options.types.filter(({ made }) => !made).map(({ value, label }) => ({ value, label }))} />
			</Form.Item>
			<Form.Item name="columnId" label={FIELD_LABELS.columnId} required>
				<ColumnSelect officeId={office.id} />
			</Form.Item>
			{type === 'interpretation' ? (
				<Form.Item
					name="interprets"
					label={FIELD_LABELS.interprets}
					extra="公开后两个页面互相链接；文件公开后应当在县里约定的期限内发布解读"
				>
					<ExplainedSelect officeId={office.id} />
				</Form.Item>
			) : null}
			<Form.Item name="issuer" label={FIELD_LABELS.issuer} required extra="联合发文的，各机关之间用顿号分开">
				<Input maxLength={200} />
			</Form.Item>
			<Form.Item name="origin" label={FIELD_LABELS.origin} extra="决定由哪个机关负责公开（条例第十条）">
				<OriginInput
					options={options.origins}
					offices={[office.name, ...document.coordination.choices.map(({ name }) => name)]}
				/>
			</Form.Item>
			<Form.Item
				name="documentNumber"
				label={FIELD_LABELS.documentNumber}
				required={numbered}
				extra={numbered ? undefined : '没有文号的不填'}
			>
				<Input maxLength={60} placeholder="如 ×政发〔2026〕1号" />
			</Form.Item>
			<Form.Item name="formedOn" label={FIELD_LABELS.formedOn} required extra={due}>
				<DayInput max={session.today} label={FIELD_LABELS.formedOn} />
			</Form.Item>
			{edition > 1 ? (
				<Form.Item name="changedOn" label={FIELD_LABELS.changedOn} extra="信息内容有变更的，自变更之日重新计算公开期限">
					<DayInput max={session.today} label={FIELD_LABELS.changedOn} />
				</Form.Item>
			) : null}
			{clock.runs && clock.late ? (
				<Form.Item name="lateReason" label={FIELD_LABELS.lateReason} extra="已超过法定公开期限，请说明原因">
					<Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
				</Form.Item>
			) : null}
			<Form.Item name="responsibleUnit" label={FIELD_LABELS.responsibleUnit} required>
				<Input maxLength={60} />
			</Form.Item>
		</section>
	);
}

/** 公开属性 (国办发〔2016〕80号): decided where the paper is made; what is not opened names its ground. */
function Openness({ options }: { options: Options }) {
	const attribute = Form.useWatch('attribute') as string | undefined;
	const closed = attribute !== undefined && attribute !== 'active';
	return (
		<section className="gk-panel" aria-label="公开属性">
			<h2>公开属性</h2>
			<Form.Item
				name="attribute"
				label={FIELD_LABELS.attribute}
				required
				extra="不是主动公开的，审签后由本机关留存，不在网站发布"
			>
				<Radio.Group options={options.attributes} />
			</Form.Item>
			{closed ? (
				<>
					<Form.Item name="ground" label={FIELD_LABELS.ground} required>
						<Select allowClear placeholder="请选择条例依据" options={options.grounds} />
					</Form.Item>
					<Form.Item name="groundNote" label={FIELD_LABELS.groundNote} required>
						<Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
					</Form.Item>
				</>
			) : null}
		</section>
	);
}

function Finding({ document, options, onTaken }: MetaFieldsProps) {
	const { data: columns = [] } = useColumns(document.office.id);
	const items = columns.filter(({ kind }) => kind === 'item');
	return (
		<section className="gk-panel" aria-label="分类与检索">
			<h2>分类与检索</h2>
			<Suggestions onTake={onTaken} />
			<Form.Item name="summary" label={FIELD_LABELS.summary} required extra="一两句话说明写了什么，供目录和检索使用">
				<Input.TextArea maxLength={500} autoSize={{ minRows: 3 }} />
			</Form.Item>
			<Form.Item name="theme" label={FIELD_LABELS.theme} required>
				<Select allowClear showSearch placeholder="请选择" options={plain(options.themes)} />
			</Form.Item>
			<Form.Item name="genre" label={FIELD_LABELS.genre} required>
				<Select allowClear placeholder="请选择" options={plain(options.genres)} />
			</Form.Item>
			<Form.Item name="keywords" label={FIELD_LABELS.keywords} extra="输入后按回车，可以填多个">
				<Select
					mode="tags"
					open={false}
					suffixIcon={null}
					maxCount={10}
					tokenSeparators={[',', '，', '、', ';', '；', ' ', '　']}
					placeholder="如 防汛、应急预案"
				/>
			</Form.Item>
			<Form.Item name="code" label={FIELD_LABELS.code} extra="对应《条例》第二十条、第二十一条的事项">
				<Select
					allowClear
					showSearch={{ optionFilterProp: 'label' }}
					placeholder="不属于法定事项的不选"
					options={items.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
				/>
			</Form.Item>
			<Form.Item name="expiresOn" label={FIELD_LABELS.expiresOn} extra="规范性文件等有有效期的填写">
				<DayInput label={FIELD_LABELS.expiresOn} />
			</Form.Item>
		</section>
	);
}
