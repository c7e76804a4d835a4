/** While a question has the focus, the key that is printed beside an answer gives it. */
export function answerByKey() {
  for (const question of document.querySelectorAll('[data-module="mase-one-key"]')) {
    question.addEventListener('keydown', (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const given = event.key.toLowerCase();
      const answer = [...question.querySelectorAll('[data-key]')].find(
        ({ dataset }) => dataset.key === given,
      );
      if (!answer) return;
      event.preventDefault();
      answer.focus();
      answer.click();
    });
  }
}
