/** The styles under all others: a page and its parts set theirs over these, so that these are asked for first. */
import '@mantine/core/styles.css';
import './platform/signs/signs.css';
import './ui/layout.css';
