import './style.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { isPageLanguage } from '#web/text/language';
import { loadText } from '#web/text/load-text';
import { App } from './app.tsx';

// The content security policy forbids code made from text, which zod would otherwise try for speed.
config({ jitless: true });

const stored = localStorage.getItem('runde.language');
const language = isPageLanguage(stored) ? stored : 'nb';
const place = document.getElementById('app');
if (!place) throw new Error('index.html has no element with id "app"');

createRoot(place).render(
  <StrictMode>
    <App language={language} text={await loadText(language)} />
  </StrictMode>,
);
