/** Which images an arm takes, and how images are read that are not those that were drawn for. */
import type { Name, Protocol } from '#core/protocols/protocol';

/** What the radiographer takes; ultrasound beside them is taken elsewhere. */
export type Modality = 'DM' | 'DBT';
/** What an arm asks to be taken. */
export const armImages = ['DM', 'DBT', 'DM+US'] as const;
export type ArmImages = (typeof armImages)[number];

/** The images of an arm; digital mammography where it says nothing. */
export function imagesOf(protocol: Pick<Protocol, 'arms'>, arm: Name): ArmImages {
  return protocol.arms[arm]?.modality ?? 'DM';
}

/** Whether the arms take different images, so that the draw must come before them. */
export function differInImages({ arms }: Pick<Protocol, 'arms'>): boolean {
  return new Set(Object.values(arms).map(({ modality }) => modality)).size > 1;
}

/** Whether the images taken are those that an arm asks for. */
export function fits(images: ArmImages, taken: Modality): boolean {
  return (images === 'DBT') === (taken === 'DBT');
}

/**
 * The arm by which images are read: the one drawn when they fit it, else the arm of the study that takes such images, so that no
 * machine and no reader is shown what the step was not made for. null: no arm takes them, and they are read as routine. She stays in
 * the arm that was drawn, whatever she is read by (intention to treat; ICH E9, section 5.2.1).
 */
export function readAs(protocol: Pick<Protocol, 'arms'>, drawn: Name, taken: Modality): Name | null {
  if (fits(imagesOf(protocol, drawn), taken)) return drawn;
  return Object.keys(protocol.arms).find((arm) => fits(imagesOf(protocol, arm), taken)) ?? null;
}
