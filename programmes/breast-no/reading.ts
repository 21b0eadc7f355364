/** Reading in BreastScreen Norway: which protocol, and the times and reasons around it. */
import type { ConsensusReasons } from '#core/reading/consensus';
import type { Seats } from '#core/reading/meeting';
import type { Protocol } from '#core/reading/protocol';
import type { ReadingRules } from '#core/reading/freeze';
import { leastPolicy, type ProtocolPolicy } from '#core/reading/verify';
import { noRoutine } from '#programmes/protocols/no-routine';

/** The protocol new cases are opened under, and its arm. */
export const currentProtocol: { readonly protocol: Protocol; readonly arm: string } = {
  protocol: noRoutine,
  arm: 'routine',
};

/** All configuration: no published Norwegian figure for any of these was found. */
export const readingRules: ReadingRules = {
  freezeAfterMinutes: 30,
  leaseMinutes: 15,
  consensusLeaseMinutes: 30,
  openingLockMs: 1500,
  priorsLimitDays: 7,
  deferReasons: ['image-quality', 'need-clinical-information', 'ask-colleague', 'technical-problem', 'other'],
};

/** Consensus alone decides recall (kvalitetsmanualen); two people read when a machine fails. */
export const protocolPolicy: ProtocolPolicy = { ...leastPolicy, recallOnlyByConsensus: true };

/** How many sit together: two or three radiologists (Hofvind 2009, Radiology; kvalitetsmanualen). */
export const consensusSeats: Seats = { min: 2, max: 3 };

/** Why a breast is recalled or dismissed. Configuration: no published Norwegian list was found. */
export const consensusReasons: ConsensusReasons = {
  recall: ['mass', 'calcification', 'distortion', 'asymmetry', 'lymph-node', 'skin', 'symptoms', 'other'],
  dismiss: ['benign', 'unchanged', 'summation', 'known-and-assessed', 'artefact', 'other'],
};
