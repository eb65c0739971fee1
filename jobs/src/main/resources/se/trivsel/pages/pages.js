'use strict';
// Everything on a page is there without this: it only makes long lists shorter and finds a municipality in a chart.
for (const field of document.querySelectorAll('input[data-filters]')) {
  field.closest('.script').hidden = false;
  const items = document.getElementById(field.dataset.filters).children;
  field.addEventListener('input', () => {
    const sought = field.value.trim().toLocaleLowerCase('sv');
    for (const item of items) item.hidden = !item.textContent.toLocaleLowerCase('sv').includes(sought);
  });
}
for (const chooser of document.querySelectorAll('select[data-chooser]')) {
  chooser.closest('.script').hidden = false;
  const rows = [...document.querySelectorAll('.ranked [id^="m-"]')];
  const name = row => row.querySelector('text').textContent;
  rows.sort((one, other) => name(one).localeCompare(name(other), 'sv'));
  for (const row of rows) chooser.add(new Option(name(row), row.id));
  const follow = () => { chooser.value = location.hash.slice(1); };
  chooser.addEventListener('change', () => { location.hash = chooser.value; });
  addEventListener('hashchange', follow);
  follow();
}
