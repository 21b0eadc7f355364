import '../staff/style.css';
import './offline.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { isPageLanguage } from '#web/text/language';
import { loadText } from '#web/text/load-text';
import { TextProvider } from '../staff/text.tsx';
import { OfflineApp } from './offline-app.tsx';

// The content security policy forbids code made from text, which zod would otherwise try for speed.
config({ jitless: true });

const stored = localStorage.getItem('runde.language');
const language = isPageLanguage(stored) ? stored : 'nb';
document.documentElement.lang = language;
const place = document.getElementById('app');
if (!place) throw new Error('index.html has no element with id "app"');

createRoot(place).render(
  <StrictMode>
    <TextProvider language={language} text={await loadText(language)} setLanguage={() => {}}>
      {/* Nothing is asked here by itself; some of the shared components may. */}
      <QueryClientProvider client={new QueryClient()}>
        <OfflineApp />
      </QueryClientProvider>
    </TextProvider>
  </StrictMode>,
);
