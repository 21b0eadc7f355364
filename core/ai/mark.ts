/** What a machine points at in an image. */
import { z } from 'zod';

export const imageViews = ['RCC', 'LCC', 'RMLO', 'LMLO'] as const;
export type ImageView = (typeof imageViews)[number];
export const markKinds = ['mass', 'calcification', 'distortion', 'asymmetry', 'other'] as const;

/** A place in the image: 0,0 is its upper left corner and 1,1 its lower right, whatever its size in pixels. */
const place = z.number().min(0).max(1);

/** One mark: its middle, and its outline as a box or a polygon where the product gives one. */
export const markSchema = z
  .strictObject({
    view: z.enum(imageViews),
    kind: z.enum(markKinds),
    x: place,
    y: place,
    /** The product's own score of this mark, on its own scale. */
    score: z.number().exactOptional(),
    box: z
      .strictObject({ x: place, y: place, width: place, height: place })
      .refine((b) => b.x + b.width <= 1 && b.y + b.height <= 1, 'expected a box within the image')
      .exactOptional(),
    polygon: z
      .array(z.tuple([place, place]))
      .min(3)
      .max(200)
      .exactOptional(),
  })
  .refine((m) => !(m.box && m.polygon), 'expected a box or a polygon, not both');

export type Mark = z.output<typeof markSchema>;

/** The breast that a view shows. */
export function breastOf(view: ImageView): 'left' | 'right' {
  return view.startsWith('L') ? 'left' : 'right';
}
