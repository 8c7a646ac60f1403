/** Keys, certificates, sealing, receipts, evidence: everything but opening (`@tsunagi/sealing/open`). */
export {
  type Authority,
  type AuthorityWithKey,
  authorityOf,
  createAuthority,
  createRootAuthority,
} from "./certificates/authority.ts";
export { type CertificateChain, chainPem, parseChain } from "./certificates/chain.ts";
export { issueCenterCertificate } from "./certificates/issue-center.ts";
export { issueCertificate } from "./certificates/issue-office.ts";
export { issueServerCertificate } from "./certificates/issue-server.ts";
export { createIssuingAuthority } from "./certificates/issuing-authority.ts";
export {
  type AskedCertificate,
  type CertificateStatus,
  isIssuerAsked,
  malformedStatusAnswer,
  readStatusQuestion,
  type StatusQuestion,
  signStatusAnswer,
  unauthorizedStatusAnswer,
} from "./certificates/ocsp.ts";
export {
  type CertificateInfo,
  type OfficeCertificate,
  type OfficeCertificateKind,
  parseCertificate,
} from "./certificates/parse.ts";
export { exportPkcs12, type Pkcs12Options } from "./certificates/pkcs12.ts";
export { type Renewal, signRenewal, verifyRenewal } from "./certificates/renewal.ts";
export { createRequest, readRequest } from "./certificates/request.ts";
export {
  issueRevocationList,
  parseRevocationList,
  type RevocationList,
  type RevocationReason,
  type RevokedCertificate,
} from "./certificates/revocation-list.ts";
export { type Trust, verifyCertificate } from "./certificates/verify.ts";
export { inspectSealed, inspectSealedHead, type SealedOutside } from "./cms/inspect.ts";
export { largestHead } from "./cms/sealed-head.ts";
export { signDetached } from "./cms/sign.ts";
export { outlineSigned, type SignedOutline } from "./cms/signed-outline.ts";
export type { Signer } from "./cms/signer.ts";
export { SealingError, type SealingErrorCode, sealingErrors } from "./errors.ts";
export {
  type Evidence,
  type EvidenceReport,
  type EvidenceStatement,
  type EvidenceSubject,
  measureSealed,
  type SealedMeasure,
  verifyEvidence,
} from "./evidence/verify.ts";
export {
  exportPrivateKey,
  generateKeyPair,
  importPrivateKey,
  type OfficeKeyPair,
} from "./keys.ts";
export {
  type LogEntry,
  leafHashOf,
  leafHashOfCertificate,
  readLogEntry,
  writeLogEntry,
} from "./log/entry.ts";
export type { TreeHash } from "./log/hash.ts";
export { type LogHead, signLogHead, verifyLogHead } from "./log/head.ts";
export { consistencyPath, inclusionPath, type Path, proofFrom } from "./log/paths.ts";
export {
  addLeaf,
  emptyTree,
  type HashedNode,
  type Node,
  rootOf,
  type TreeEdge,
} from "./log/tree.ts";
export { type LogState, verifyConsistency, verifyInclusion } from "./log/verify.ts";
export type { LargeFile, LargeParcel, ManifestFile, Parcel, ParcelFile } from "./parcel/parcel.ts";
export type { AcceptedReceipt, OpenedReceipt, Receipt } from "./receipts/receipt.ts";
export { signReceipt } from "./receipts/sign.ts";
export { type ExpectedReceipt, type VerifiedReceipt, verifyReceipt } from "./receipts/verify.ts";
export { type Sealed, type SealOptions, sealParcel } from "./seal.ts";
export { type SealedDigests, type SealingPlaces, sealParcelStream } from "./seal-stream.ts";
export {
  readBytes,
  type Sink,
  type Source,
  type Spool,
  sha256OfSource,
  sourceOf,
} from "./source.ts";
