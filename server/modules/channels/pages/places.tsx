import { reader } from '../../../platform/transaction.ts';
import { PageHead, Section, SummaryList } from '../../../portal/components/index.ts';
import { definePage } from '../../../portal/page.ts';
import { listOffices } from '../../offices/index.ts';
import { PLACE_KINDS } from '../model.ts';
import { selectPlaces } from '../store/channels.ts';

/** 条例第二十五条: where people without a net can read, by office. */
export const placesPage = definePage({
	method: 'GET',
	path: '/access-points',
	summary: '政府信息查阅场所',
	audit: 'none',
	query: [],
	handler: async ({ context }) => {
		const read = reader(context);
		const places = await selectPlaces(read);
		const offices = await listOffices(read, { merged: true });
		const keeping = offices.filter(({ id }) => places.some(({ officeId }) => officeId === id));
		return {
			title: '政府信息查阅场所',
			breadcrumb: [{ label: '政府信息查阅场所' }],
			cacheTags: ['access-points', 'offices'],
			body: (
				<>
					<PageHead
						title="政府信息查阅场所"
						lead="国家档案馆、公共图书馆、政务服务场所设置的政府信息查阅点，可以现场查阅、打印主动公开的政府信息。"
					/>
					{places.length === 0 ? <p className="empty">还没有登记的查阅场所。</p> : null}
					{keeping.map(({ id, name }) => (
						<Section key={id} title={name}>
							{places
								.filter(({ officeId }) => officeId === id)
								.map((place) => (
									<SummaryList
										key={place.id}
										rows={[
											{ label: '名称', value: place.name },
											{ label: '场所', value: place.placeKind ? PLACE_KINDS[place.placeKind] : '' },
											{ label: '地址', value: place.address },
											{ label: '开放时间', value: place.hours },
											{ label: '设施', value: place.equipment },
										]}
									/>
								))}
						</Section>
					))}
				</>
			),
		};
	},
});
