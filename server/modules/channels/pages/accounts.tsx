import { reader } from '../../../platform/transaction.ts';
import { PageHead, Section, SummaryList } from '../../../portal/components/index.ts';
import { definePage } from '../../../portal/page.ts';
import { listOffices } from '../../offices/index.ts';
import { KIND_KEYS, KINDS, kindRow } from '../model.ts';
import { isWebLink } from '../rules/channel.ts';
import { type PublicAccount, selectAccounts } from '../store/channels.ts';

const NEW_MEDIA = KIND_KEYS.filter((kind) => kindRow(kind).newMedia);

/** An address that is none of the web is what one types into the app to find the account. */
function Address({ address }: Pick<PublicAccount, 'address'>) {
	if (!isWebLink(address)) return address;
	return (
		<a href={address} rel="external noopener">
			{address}
		</a>
	);
}

/** 国办发〔2018〕123号: which accounts are the offices' own, so that nobody takes another for one. */
export const accountsPage = definePage({
	method: 'GET',
	path: '/accounts',
	summary: '政务新媒体',
	audit: 'none',
	query: [],
	handler: async ({ context }) => {
		const read = reader(context);
		const accounts = await selectAccounts(read, NEW_MEDIA);
		const offices = await listOffices(read, { merged: true });
		const keeping = offices.filter(({ id }) => accounts.some(({ officeId }) => officeId === id));
		return {
			title: '政务新媒体',
			breadcrumb: [{ label: '政务新媒体' }],
			cacheTags: ['accounts', 'offices'],
			body: (
				<>
					<PageHead
						title="政务新媒体"
						lead="各机关经备案开设的微信公众号、政务微博、移动客户端和短视频账号。没有列在这里的，不是本县机关的账号。"
					/>
					{accounts.length === 0 ? <p className="empty">还没有备案的政务新媒体账号。</p> : null}
					{keeping.map(({ id, name }) => (
						<Section key={id} title={name}>
							<SummaryList
								rows={accounts
									.filter(({ officeId }) => officeId === id)
									.map((account) => ({
										label: `${KINDS[account.kind].label}「${account.name}」`,
										value: <Address address={account.address} />,
									}))}
							/>
						</Section>
					))}
				</>
			),
		};
	},
});
