'use strict';
// Everything on a page is there without this: it only makes lists shorter, sorts tables and finds a municipality in a chart.
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
const number = text => {
  const plain = text.replace(/[\u00a0 ]/g, '').replace('\u2212', '-').replace(',', '.').replace('%', '');
  return plain === '' || isNaN(plain) ? null : Number(plain);
};
const compare = (one, other) => {
  const [a, b] = [number(one), number(other)];
  if (a !== null && b !== null) return a - b;
  if (a !== null || b !== null) return a !== null ? -1 : 1;
  return one.localeCompare(other, 'sv');
};
for (const table of document.querySelectorAll('table[data-sorts]')) {
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const button = document.createElement('button');
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener('click', () => {
      const down = heading.getAttribute('aria-sort') === 'ascending';
      headings.forEach(other => other.removeAttribute('aria-sort'));
      heading.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const rows = [...table.tBodies[0].rows];
      const cell = row => row.cells[column].textContent.trim();
      rows.sort((one, other) => compare(cell(one), cell(other)) * (down ? -1 : 1));
      table.tBodies[0].append(...rows);
    });
  });
}
