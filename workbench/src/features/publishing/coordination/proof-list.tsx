import { useQueryClient } from '@tanstack/react-query';
import { DownloadButton, FileUpload } from '../../../ui/index.ts';
import type { DocumentDetail } from '../api.ts';

interface ProofListProps {
	id: number;
	requestId: number;
	proofs: DocumentDetail['proofs'];
	/** A reply of a body outside the county is there, and the document is not signed yet. */
	mayAdd: boolean;
}

/** The letters a body outside the county answered with. */
export function ProofList({ id, requestId, proofs, mayAdd }: ProofListProps) {
	const queries = useQueryClient();
	return (
		<>
			{proofs
				.filter((one) => one.requestId === requestId)
				.map((one) => (
					<DownloadButton
						key={one.id}
						size="small"
						path={`/api/documents/${id}/coordination-proofs/${one.id}`}
						label={one.fileName}
					/>
				))}
			{mayAdd ? (
				<FileUpload
					path={`/api/documents/${id}/coordination-requests/${requestId}/proofs`}
					hint="上传复函（PDF、OFD、Word、图片）"
					onUploaded={() => void queries.invalidateQueries({ queryKey: ['documents'] })}
				/>
			) : null}
		</>
	);
}
