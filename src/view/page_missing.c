#include "view/page_view.h"

#include "view/frame.h"

struct page missing_page(const struct frame *frame, struct arena *arena)
{
	struct page_head head = {
		.path = "404.html",
		.template = "404",
		.title = phrase(frame->phrases, WORD_NOT_FOUND),
	};

	return (struct page){
		.path = head.path,
		.template = head.template,
		.title = head.title,
		.values = frame_values(frame, &head, arena),
	};
}
