'use strict';
// Everything on a page is there without this: it only makes long lists shorter.
for (const field of document.querySelectorAll('input[data-filters]')) {
  field.closest('.script').hidden = false;
  const items = document.getElementById(field.dataset.filters).children;
  field.addEventListener('input', () => {
    const sought = field.value.trim().toLocaleLowerCase('sv');
    for (const item of items) item.hidden = !item.textContent.toLocaleLowerCase('sv').includes(sought);
  });
}
