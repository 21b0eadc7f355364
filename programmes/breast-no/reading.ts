/** Reading in BreastScreen Norway: which protocol, and the times and reasons around it. */
import type { ConsensusReasons } from '#core/reading/consensus';
import type { Seats } from '#core/reading/meeting';
import type { Protocol } from '#core/protocols/protocol';
import type { ReadingRules } from '#core/reading/freeze';
import type { OwnFigureRules } from '#core/reading/own-figures';
import { leastPolicy, type ProtocolPolicy } from '#core/protocols/policy';
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

/**
 * Own figures. A reader's figures are hers alone: nobody else can ask for them, also not the office or the centre (ours, until
 * the programme decides otherwise). The width and the number of colleagues are configuration.
 */
export const ownFigureRules: OwnFigureRules = { relativeHalfWidth: 0.5, fewestColleagues: 5 };

/** Screening cases a year: 5,000 (EU guideline); 3,500-11,000 suggested (European Commission Initiative on Breast Cancer). */
export const readsAYear = { reads: 5000, lower: 3500, upper: 11_000 } as const;
