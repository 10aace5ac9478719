saw();
