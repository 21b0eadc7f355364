import './style.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { isPageLanguage } from '#web/text/language';
import { loadText } from '#web/text/load-text';
import { App } from './app.tsx';

const stored = localStorage.getItem('runde.language');
const language = isPageLanguage(stored) ? stored : 'nb';
const place = document.getElementById('app');
if (!place) throw new Error('index.html has no element with id "app"');

createRoot(place).render(
  <StrictMode>
    <App language={language} text={await loadText(language)} />
  </StrictMode>,
);
