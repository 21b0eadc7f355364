import { useCallback } from 'react';
import { preferences } from '#contracts/preferences';
import { useLoad } from '../api.ts';

/** A short, low sound for a key press that was not taken; the eyes are on the images. Each user may turn it off. */
export function useBlockedSound(): () => void {
  const on = useLoad(preferences, {}).data?.sound ?? true;
  return useCallback(() => {
    if (!on) return;
    const audio = new AudioContext();
    const [tone, volume] = [audio.createOscillator(), audio.createGain()];
    tone.frequency.value = 220;
    volume.gain.value = 0.15;
    tone.connect(volume).connect(audio.destination);
    tone.onended = () => void audio.close();
    tone.start();
    tone.stop(audio.currentTime + 0.12);
  }, [on]);
}
