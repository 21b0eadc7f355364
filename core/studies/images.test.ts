import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aims1 } from '#programmes/protocols/aims-1';
import { aims4 } from '#programmes/protocols/aims-4';
import { type ArmImages, differInImages, fits, imagesOf, readAs } from './images.ts';

describe('which images an arm takes', () => {
  it('differs in AIMS 4, not in AIMS 1', () => {
    expect(differInImages(aims4.protocol)).toBe(true);
    expect(differInImages(aims1.protocol)).toBe(false);
    expect(imagesOf(aims4.protocol, 'tomosynthesis')).toBe('DBT');
    expect(imagesOf(aims1.protocol, 'ai')).toBe('DM');
  });
});

describe('images are read', () => {
  it('by the arm that was drawn when they are its images, else by the arm whose they are', () => {
    expect(readAs(aims4.protocol, 'tomosynthesis', 'DBT')).toBe('tomosynthesis');
    expect(readAs(aims4.protocol, 'tomosynthesis', 'DM')).toBe('mammography');
    expect(readAs(aims4.protocol, 'mammography', 'DBT')).toBe('tomosynthesis');
    expect(readAs(aims1.protocol, 'ai', 'DBT')).toBeNull();
  });

  it('never by an arm that they do not fit', () => {
    const images = fc.constantFrom<ArmImages>('DM', 'DBT', 'DM+US');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }),
        fc.array(images, { minLength: 9 }),
        fc.constantFrom('DM' as const, 'DBT' as const),
        (names, all, taken) => {
          const arms = Object.fromEntries(
            names.map((name, i) => [name, { modality: all[i % all.length] as ArmImages, steps: [] }]),
          );
          const [drawn = ''] = names;
          const arm = readAs({ arms }, drawn, taken);
          if (arm === null) expect(Object.values(arms).some(({ modality }) => fits(modality, taken))).toBe(false);
          else expect(fits(imagesOf({ arms }, arm), taken)).toBe(true);
          if (fits(imagesOf({ arms }, drawn), taken)) expect(arm).toBe(drawn);
        },
      ),
    );
  });
});
